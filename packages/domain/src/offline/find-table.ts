import { suggestColumns, type OfflineField } from './columns.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/** Where the headers stand that a sheet most probably has, and what each of its columns may hold. */
export type FoundTable = {
  sheet: string
  headerLine: number
  columns: { column: number; header: string; samples: string[]; suggested: OfflineField | null }[]
}

/** Titles and logos stand above a table, never hundreds of rows. */
const HEADER_WITHIN = 30
const SAMPLES = 3
const SAMPLE_LENGTH = 80

/** Of each sheet that has some content, the row whose cells are most like headers of observations. */
export function findTables(sheets: readonly Sheet[]): FoundTable[] {
  return sheets.flatMap(({ name, rows }) => {
    const header = headerOf(rows)
    return header === null ? [] : [tableOf(name, header, rows)]
  })
}

function headerOf(rows: readonly SheetRow[]): SheetRow | null {
  let best: { row: SheetRow; known: number } | null = null
  for (const row of rows.slice(0, HEADER_WITHIN)) {
    if (row.cells.length < 2) continue
    const known = suggestColumns(row.cells).size
    if (best === null || known > best.known) best = { row, known }
  }
  return best?.row ?? null
}

function tableOf(sheet: string, header: SheetRow, rows: readonly SheetRow[]): FoundTable {
  const suggested = new Map([...suggestColumns(header.cells)].map(([field, column]) => [column, field]))
  const below = rows.filter(({ line }) => line > header.line)
  return {
    sheet,
    headerLine: header.line,
    columns: header.cells.map(({ column, text }) => ({
      column,
      header: text,
      samples: samplesOf(below, column),
      suggested: suggested.get(column) ?? null,
    })),
  }
}

function samplesOf(rows: readonly SheetRow[], column: number): string[] {
  const samples: string[] = []
  for (const { cells } of rows) {
    if (samples.length === SAMPLES) break
    const text = cells.find((cell) => cell.column === column)?.text.trim() ?? ''
    if (text !== '') samples.push(text.slice(0, SAMPLE_LENGTH))
  }
  return samples
}
