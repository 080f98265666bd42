import { createHash } from 'node:crypto'
import { SaveObservationInput } from '@portal/contracts'
import {
  cellName,
  OFFLINE_FIELD_NAMES,
  placeCell,
  typeNamed,
  type OfflineField,
  type OfflineTexts,
  type RowProblem,
  type SheetCell,
  type SheetRow,
} from '@portal/domain'
import type { FileTable } from './file-table.ts'

/** A row of an uploaded file, as far as it could be understood by itself. */
export type FileRow = {
  line: number
  /** By which it is known when it comes again: its own, or of a file that has none the hash of what it says. */
  rowId: string
  observationId: string | null
  /** Of the observation, when the file was made. */
  seen: number | null
  place: string
  clauseId: string | null
  clauseCell: string
  texts: OfflineTexts
  problems: RowProblem[]
}

export type PlaceableClause = { id: string; citation: string; withheld: boolean }

const TEXT_FIELDS = ['says', 'shouldSay', 'rationale', 'legalBasis'] as const
const LIMITS = { says: 20_000, shouldSay: 20_000, rationale: 8000, legalBasis: 2000 }
const FLAWS = { formula: 'FORMULA', merged: 'MERGED', date: 'DATE', error: 'CELL_ERROR' } as const

/** The rows of a file in which something is written. */
export function fileRows({ rows, columns, choice }: FileTable, clauses: readonly PlaceableClause[]): FileRow[] {
  return rows.flatMap((row) => {
    const cells = cellsOf(row, columns)
    return Object.values(cells).every((cell) => cell === undefined)
      ? []
      : [fileRow(row, cells, columns, choice, clauses)]
  })
}

type Cells = Partial<Record<OfflineField, SheetCell>>

/** Of what the person writes; a row in which only the portal wrote is empty. */
function cellsOf({ cells }: SheetRow, columns: FileTable['columns']): Cells {
  const found: Cells = {}
  for (const field of ['clause', 'type', 'place', ...TEXT_FIELDS] as const) {
    const cell = cells.find(({ column }) => column === columns[field])
    if (cell && (cell.text.trim() !== '' || cell.flaw !== null)) found[field] = cell
  }
  return found
}

function fileRow(
  { line, cells: all }: SheetRow,
  cells: Cells,
  columns: FileTable['columns'],
  choice: FileTable['choice'],
  clauses: readonly PlaceableClause[],
): FileRow {
  const nameOf = (field: OfflineField) => (columns[field] === undefined ? '' : cellName(columns[field], line))
  const problems: RowProblem[] = Object.entries(cells).flatMap(([field, cell]) =>
    cell.flaw === null ? [] : [{ code: FLAWS[cell.flaw], cell: nameOf(field as OfflineField) }],
  )
  const placed = placeCell(cells.clause?.text ?? '', cells.clause?.numeric ?? false, clauses)
  if (placed.problem !== null) problems.push({ code: placed.problem, cell: nameOf('clause') })
  const type = columns.type === undefined ? choice.type : typeNamed(cells.type?.text ?? '', choice.editorial)
  if (type === null) problems.push({ code: cells.type ? 'TYPE_UNKNOWN' : 'TYPE_MISSING', cell: nameOf('type') })
  const texts: OfflineTexts = { type, ...writtenTexts(cells, problems, nameOf) }
  if (TEXT_FIELDS.every((field) => texts[field] === '')) problems.push({ code: 'NOTHING_WRITTEN', cell: '' })
  const { place, clauseId } = placed
  return {
    line,
    ...identityOf(all, columns, { place, texts }),
    place,
    clauseId,
    clauseCell: nameOf('clause'),
    texts,
    problems,
  }
}

function writtenTexts(cells: Cells, problems: RowProblem[], nameOf: (field: OfflineField) => string) {
  const texts = { says: '', shouldSay: '', rationale: '', legalBasis: '' }
  for (const field of TEXT_FIELDS) {
    const prefix =
      field === 'rationale' && cells.place ? `${OFFLINE_FIELD_NAMES.place}: ${cells.place.text.trim()}\n` : ''
    // The same rules as in the portal: what no screen shows is left out, and a text has an end.
    const text = SaveObservationInput.shape[field].safeParse(`${prefix}${cells[field]?.text ?? ''}`)
    if (text.success) texts[field] = text.data
    else problems.push({ code: 'TOO_LONG', cell: nameOf(field), limit: LIMITS[field] })
  }
  return texts
}

function identityOf(cells: readonly SheetCell[], columns: FileTable['columns'], content: object) {
  const textOf = (column: number | undefined) => cells.find((cell) => cell.column === column)?.text.trim() ?? ''
  const rowId = textOf(columns.rowId).slice(0, 64)
  const observationId = textOf(columns.observationId)
  const seen = Number(textOf(columns.recordVersion))
  return {
    rowId: rowId === '' ? createHash('sha256').update(JSON.stringify(content)).digest('hex') : rowId,
    observationId: observationId === '' ? null : observationId,
    seen: Number.isSafeInteger(seen) && seen > 0 ? seen : null,
  }
}
