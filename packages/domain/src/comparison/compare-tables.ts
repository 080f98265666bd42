import type { ClauseTable, TableCell } from '../specification/clause.ts'
import { longestIncreasing } from './increasing.ts'
import { bagOf, likeness, sameLine } from './words.ts'

/** Of a cell that is new `before` is null, of one that is gone `after`. */
export type ComparedCell = { before: TableCell | null; after: TableCell | null }
export type ComparedRow = { change: 'added' | 'removed' | 'kept'; cells: ComparedCell[] }

/** Two rows that share less are not the same row. */
const LEAST_ALIKE = 0.3
/** A row is looked for so many rows up and down. */
const FARTHEST = 60

/** A table cell by cell: rows first, by what is in them, then the cells of each row; both in their order. */
export function compareTables(before: ClauseTable, after: ClauseTable): ComparedRow[] {
  return aligned(before.rows.map(rowOf), after.rows.map(rowOf), alikeRows).map(([old, now]): ComparedRow => {
    if (!old) return { change: 'added', cells: (now?.cells ?? []).map((cell) => ({ before: null, after: cell })) }
    if (!now) return { change: 'removed', cells: old.cells.map((cell) => ({ before: cell, after: null })) }
    return { change: 'kept', cells: comparedCells(old.cells, now.cells) }
  })
}

/** Whether the two say something else. */
export const isChangedCell = ({ before, after }: ComparedCell): boolean =>
  before === null || after === null || sameLine(before.text) !== sameLine(after.text)

/** With as many cells as before each is who stands in its column; otherwise those with the same text are. */
function comparedCells(before: readonly TableCell[], after: readonly TableCell[]): ComparedCell[] {
  if (before.length === after.length) {
    return after.map((cell, index) => ({ before: before[index] ?? null, after: cell }))
  }
  const same = (one: TableCell, other: TableCell) => (sameLine(one.text) === sameLine(other.text) ? 1 : 0)
  return aligned(before, after, same).map(([old, now]) => ({ before: old ?? null, after: now ?? null }))
}

const rowOf = ({ cells }: { cells: readonly TableCell[] }) => {
  const text = cells.map((cell) => sameLine(cell.text)).join('\t')
  return { cells, text, name: sameLine(cells[0]?.text ?? ''), bag: bagOf(text) }
}
type Row = ReturnType<typeof rowOf>

/** The first cell names the row: "Jalisco", "Presidencia". */
const alikeRows = (one: Row, other: Row): number =>
  one.text === other.text ? 2 : likeness(one.bag, other.bag) + (one.name === other.name ? 0.5 : 0)

type Pair = { before: number; after: number }

/** Both in one order: the likest are the same, as long as none overtakes another. */
function aligned<Part>(
  before: readonly Part[],
  after: readonly Part[],
  alike: (one: Part, other: Part) => number,
): [before: Part | undefined, after: Part | undefined][] {
  const kept = [...pairsInOrder(before, after, alike), { before: before.length, after: after.length }]
  const all: [Part | undefined, Part | undefined][] = []
  let [old, now] = [0, 0]
  for (const pair of kept) {
    while (old < pair.before) all.push([before[old++], undefined])
    while (now < pair.after) all.push([undefined, after[now++]])
    if (pair.before < before.length) all.push([before[old++], after[now++]])
  }
  return all
}

function pairsInOrder<Part>(
  before: readonly Part[],
  after: readonly Part[],
  alike: (one: Part, other: Part) => number,
): Pair[] {
  const likely = before
    .flatMap((one, index) => {
      const from = Math.max(0, index - FARTHEST)
      return after.slice(from, index + FARTHEST + 1).map((other, at) => ({
        before: index,
        after: from + at,
        score: alike(one, other),
      }))
    })
    .filter(({ score }) => score >= LEAST_ALIKE)
    .toSorted((one, other) => other.score - one.score || one.before + one.after - (other.before + other.after))
  const taken = { before: new Set<number>(), after: new Set<number>() }
  const pairs = likely
    .filter((pair) => {
      if (taken.before.has(pair.before) || taken.after.has(pair.after)) return false
      taken.before.add(pair.before)
      taken.after.add(pair.after)
      return true
    })
    .toSorted((one, other) => one.after - other.after)
  return longestIncreasing(pairs.map((pair) => pair.before)).flatMap((place) => pairs[place] ?? [])
}
