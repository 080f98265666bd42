import type { ColumnChoice, FoundTableView } from '@portal/contracts'
import { OBSERVATIONS_SHEET, OFFLINE_HEADERS, STAMP_LABELS, STAMP_SHEET } from '@portal/documents'
import { findTables, isEditorial, OFFLINE_FIELDS, type OfflineField, type Sheet, type SheetRow } from '@portal/domain'
import { Refused } from '../refused.ts'
import type { OwnAnswer } from './own-answer.ts'

/** Where the rows of a file begin and what each column holds. */
export type FileTable = {
  rows: readonly SheetRow[]
  columns: Readonly<Partial<Record<OfflineField | IdentityColumn, number>>>
  choice: Pick<ColumnChoice, 'editorial' | 'type'>
}
const IDENTITY = ['rowId', 'observationId', 'recordVersion'] as const
type IdentityColumn = (typeof IDENTITY)[number]

/** What the portal's own file calls its columns; where in a clause, it does not ask. */
const OWN = OFFLINE_FIELDS.filter((field) => field !== 'place')

/**
 * The table of an uploaded file: the portal's own by its headers, wherever they stand; of any other file, and where the
 * headers were changed, what the person says. Null until they said it.
 * @throws Refused when the file was made of another round, or for another OPL
 */
export function fileTable(sheets: readonly Sheet[], choice: ColumnChoice | null, answer: OwnAnswer): FileTable | null {
  checkStamp(sheets, answer)
  return choice === null ? ownTable(sheets) : chosenTable(sheets, choice)
}

function ownTable(sheets: readonly Sheet[]): FileTable | null {
  const sheet = sheets.find(({ name }) => name === OBSERVATIONS_SHEET)
  const header = sheet?.rows.find((row) => OWN.every((field) => columnOf(row, field) !== undefined))
  if (!sheet || !header || columnOf(header, 'rowId') === undefined) return null
  return {
    rows: sheet.rows.filter(({ line }) => line > header.line),
    columns: columnsNamed(header, [...OWN, ...IDENTITY]),
    choice: { editorial: 'form', type: null },
  }
}

function chosenTable(sheets: readonly Sheet[], { sheet: name, headerLine, columns, editorial, type }: ColumnChoice) {
  const sheet = sheets.find((one) => one.name === name)
  const header = sheet?.rows.find(({ line }) => line === headerLine)
  if (!sheet || !header) throw new Refused({ code: 'OFFLINE_NO_TABLE' })
  return {
    rows: sheet.rows.filter(({ line }) => line > headerLine),
    // Hidden columns are found by their names, also where the person renamed those that they see.
    columns: { ...columns, ...columnsNamed(header, IDENTITY) },
    choice: { editorial, type },
  }
}

const columnOf = (row: SheetRow, field: keyof typeof OFFLINE_HEADERS): number | undefined =>
  row.cells.find(({ text }) => text.trim() === OFFLINE_HEADERS[field])?.column

const columnsNamed = (header: SheetRow, fields: readonly (keyof typeof OFFLINE_HEADERS)[]): FileTable['columns'] =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const column = columnOf(header, field)
      return column === undefined ? [] : [[field, column]]
    }),
  )

/** A file of another round would put its observations where nobody looks for them. */
function checkStamp(sheets: readonly Sheet[], { id, roundId, versionId }: OwnAnswer): void {
  const sheet = sheets.find(({ name }) => name === STAMP_SHEET)
  if (!sheet) return
  const stamp = new Map(sheet.rows.map(({ cells }) => [cells[0]?.text, cells[1]?.text]))
  if (stamp.get(STAMP_LABELS.roundId) !== roundId || stamp.get(STAMP_LABELS.versionId) !== versionId) {
    throw new Refused({ code: 'OFFLINE_OTHER_ROUND' })
  }
  if (stamp.get(STAMP_LABELS.responseId) !== id) throw new Refused({ code: 'OFFLINE_OTHER_INSTITUTION' })
}

/** The tables among which the person chooses. @throws Refused OFFLINE_NO_TABLE */
export function tablesOf(sheets: readonly Sheet[]): FoundTableView[] {
  const tables = findTables(sheets.filter(({ name }) => name !== STAMP_SHEET))
  if (tables.length === 0) throw new Refused({ code: 'OFFLINE_NO_TABLE' })
  return tables.map((table) => ({ ...table, editorial: hasEditorial(sheets, table) }))
}

const hasEditorial = (sheets: readonly Sheet[], { sheet, headerLine }: Omit<FoundTableView, 'editorial'>): boolean =>
  sheets.some(
    ({ name, rows }) =>
      name === sheet &&
      rows.some(({ line, cells }) => line > headerLine && cells.some(({ text }) => isEditorial(text))),
  )
