import { centralTime } from '../central-time.ts'
import { printable } from '../typst/printable.ts'
import { renderTemplate } from '../typst/compiler.ts'

/** A version as it was sent in a round, to be read away from the portal. Text is in Spanish and ready to be shown. */
export type RoundDocument = {
  specification: string
  /** ISO 8601 instant. */
  madeAt: string
  /** Which round, until when, for whom. */
  facts: readonly { label: string; value: string }[]
  clauses: readonly {
    /** As cited: what an observation names. */
    citation: string
    kind: 'heading' | 'paragraph' | 'list_item' | 'table'
    depth: number
    number: string
    text: string
    /** Of a table. */
    rows: readonly (readonly PrintedCell[])[]
  }[]
  artworks: readonly { element: string; file: string }[]
}

type PrintedCell = { text: string; columns: number; rows: number; header: boolean }

const DEEPEST = 6

/** As a PDF that the compiler holds to PDF/UA-1. A long document takes seconds: call it where nobody else waits. */
export function renderRoundDocument({ specification, madeAt, facts, clauses, artworks }: RoundDocument): Uint8Array {
  const at = Temporal.Instant.from(madeAt)
  const data = {
    title: printable(specification),
    made: centralTime(at),
    facts: facts.map(({ label, value }) => [printable(label), printable(value)]),
    clauses: clauses.map(({ citation, kind, depth, number, text, rows }) => ({
      citation: printable(citation, 18),
      kind,
      depth: Math.min(depth, DEEPEST),
      number: printable(number),
      text: printable(text),
      rows: rows.map((cells) => cells.map((cell) => ({ ...cell, text: printable(cell.text, 16) }))),
      columns: columnsOf(rows),
      // Read aloud with each cell below it.
      header: rows[0]?.every((cell) => cell.header && cell.rows === 1) ?? false,
    })),
    artworks: artworks.map(({ element, file }) => [printable(element), printable(file)]),
  }
  return renderTemplate('round-document.typ', data, at, 'ua-1')
}

const columnsOf = (rows: readonly (readonly PrintedCell[])[]): number =>
  Math.max(1, ...rows.map((cells) => cells.reduce((sum, { columns }) => sum + columns, 0)))
