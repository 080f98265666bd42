import { writeXlsx } from 'hucre/xlsx'
import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre/xlsx'

import { centralTime } from '../central-time.ts'
import { cellText } from '../matrix/cell-text.ts'
import { instructions } from './instructions.ts'
import type { OfflineData, OfflineRow } from './offline-data.ts'
import {
  CLAUSES_SHEET,
  HEADER_ROW,
  OBSERVATIONS_SHEET,
  OFFLINE_HEADERS,
  STAMP_LABELS,
  STAMP_SHEET,
  type OfflineColumn,
} from './offline-layout.ts'
import { FREE, HEADER, LOCKED, MARK, NOTE, TITLE } from './offline-styles.ts'

/** Widths in characters of the default font; what has none is hidden. */
const COLUMNS: readonly [OfflineColumn, number | null][] = [
  ['number', 6],
  ['status', 12],
  ['clause', 18],
  ['type', 13],
  ['says', 45],
  ['shouldSay', 45],
  ['rationale', 40],
  ['legalBasis', 28],
  ['rowId', null],
  ['observationId', null],
  ['recordVersion', null],
]
const WRITTEN: readonly OfflineColumn[] = ['clause', 'type', 'says', 'shouldSay', 'rationale', 'legalBasis']

/** Nobody has to type a password to widen a column; the portal checks everything again anyway. */
const PROTECTION = { sheet: true, formatColumns: true, formatRows: true, selectUnlockedCells: true } as const

/**
 * The workbook to be filled away from the network: only the cells to fill are unlocked, numeral and tipo are chosen from
 * lists, and each line carries the identity by which it is known when it comes back. Nothing in it is a formula.
 */
export async function writeOfflineWorkbook(data: OfflineData): Promise<Uint8Array> {
  const madeAt = new Date(Temporal.Instant.from(data.madeAt).epochMilliseconds)
  return writeXlsx({
    sheets: [instructionsSheet(data), observationsSheet(data), clausesSheet(data), stampSheet(data)],
    workbookProtection: { lockStructure: true },
    activeSheet: 1,
    properties: {
      title: cellText(`Observaciones · ${data.specification}`),
      creator: 'Instituto Nacional Electoral',
      created: madeAt,
      modified: madeAt,
    },
  })
}

const headingOf = (data: OfflineData): readonly [string, CellStyle][] => [
  [`Observaciones · ${data.specification}`, TITLE],
  [
    `${data.organisation} · ${data.round} · ${data.version} · Vence: ${data.due}` +
      (data.illustrative ? ' · Demostración — contenido ilustrativo' : ''),
    NOTE,
  ],
  [`Descargado: ${centralTime(Temporal.Instant.from(data.madeAt))}. Se escribe sólo en las celdas claras.`, NOTE],
]

function instructionsSheet(data: OfflineData): WriteSheet {
  const [title, facts] = headingOf(data)
  const lines = [title, facts, ...instructions(data)].filter((line) => line !== undefined)
  return {
    name: 'Instrucciones',
    rows: lines.map(([text]) => [cellText(text)]),
    columns: [{ width: 110 }],
    cells: new Map(lines.map(([, style], row) => [`${row},0`, { style }])),
    protection: PROTECTION,
  }
}

function observationsSheet(data: OfflineData): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const style = (row: number, column: number, value: CellStyle) => cells.set(`${row},${column}`, { style: value })
  headingOf(data).forEach(([, value], row) => style(row, 0, value))
  COLUMNS.forEach((_, column) => style(HEADER_ROW, column, HEADER))
  const first = HEADER_ROW + 1
  const lines = [...data.rows.map((row) => lineOf(row)), ...data.freeRows.map((rowId) => freeLine(rowId))]
  lines.forEach((line, index) => {
    COLUMNS.forEach(([column], at) => {
      style(first + index, at, line.unlocked.includes(column) ? FREE : LOCKED)
    })
  })
  const last = first + lines.length
  const range = (column: OfflineColumn) => {
    const letter = letterOf(column)
    return `${letter}${first + 1}:${letter}${Math.max(last, first + 1)}`
  }
  return {
    name: OBSERVATIONS_SHEET,
    rows: [
      ...headingOf(data).map(([text]) => [cellText(text)]),
      COLUMNS.map(([column]) => OFFLINE_HEADERS[column]),
      ...lines.map(({ values }) => values),
    ],
    columns: COLUMNS.map(([, width]) => (width === null ? { width: 12, hidden: true } : { width })),
    cells,
    rowDefs: new Map([
      [HEADER_ROW, { height: 24 }],
      ...lines.map(({ values }, index) => [first + index, { height: rowHeight(values) }] as const),
    ]),
    dataValidations: [
      {
        type: 'list',
        formula1: `${CLAUSES_SHEET}!$A$2:$A$${data.clauses.length + 1}`,
        range: range('clause'),
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: 'Numeral',
        errorMessage: 'Elija un numeral de la lista.',
      },
      {
        type: 'list',
        values: [...data.types],
        range: range('type'),
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: 'Tipo',
        errorMessage: `Elija ${data.types.join(', ')}.`,
      },
    ],
    protection: PROTECTION,
    freezePane: { rows: HEADER_ROW + 1, columns: 3 },
    pageSetup: { paperSize: 'legal', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

type Line = { values: CellValue[]; unlocked: readonly OfflineColumn[] }

function lineOf(row: OfflineRow): Line {
  const { place: clause, recordVersion, ...texts } = row
  const values: Record<OfflineColumn, string> = { ...texts, clause, recordVersion: String(recordVersion) }
  const unlocked = WRITTEN.filter((column) => row.editable && (column !== 'clause' || row.movable))
  return { values: COLUMNS.map(([column]) => cellOf(values[column])), unlocked }
}

const freeLine = (rowId: string): Line => ({
  values: COLUMNS.map(([column]) => (column === 'rowId' ? rowId : null)),
  unlocked: WRITTEN,
})

const cellOf = (text: string): CellValue => (text === '' ? null : cellText(text))

const letterOf = (column: OfflineColumn): string =>
  String.fromCodePoint(65 + COLUMNS.findIndex(([name]) => name === column))

/** In points. LibreOffice shows a row without a height as one line; Excel allows 409. */
function rowHeight(values: readonly CellValue[]): number {
  const lines = COLUMNS.map(([, width], column) =>
    width === null
      ? 1
      : String(values[column] ?? '')
          .split('\n')
          .reduce((sum, paragraph) => sum + Math.max(1, Math.ceil(paragraph.length / (width * 0.95))), 0),
  )
  return Math.min(409, Math.max(2, ...lines) * 13 + 3)
}

/** What a list refers to, and each clause to be read while one writes. */
function clausesSheet({ clauses }: OfflineData): WriteSheet {
  const header = ['Numeral', 'Texto', 'Identificador']
  return {
    name: CLAUSES_SHEET,
    rows: [header, ...clauses.map(({ citation, text, id }) => [cellText(citation), cellOf(text), id])],
    columns: [
      { width: 20, style: LOCKED },
      { width: 110, style: LOCKED },
      { width: 12, hidden: true },
    ],
    cells: new Map(header.map((_, column) => [`0,${column}`, { style: HEADER }])),
    protection: PROTECTION,
    freezePane: { rows: 1, columns: 1 },
  }
}

function stampSheet({ stamp }: OfflineData): WriteSheet {
  const labels = Object.entries(STAMP_LABELS) as [keyof typeof STAMP_LABELS, string][]
  return {
    name: STAMP_SHEET,
    rows: [
      ['No modifique esta hoja: por ella el portal reconoce el archivo.'],
      ...labels.map(([key, label]) => [label, stamp[key]]),
    ],
    cells: new Map([['0,0', { style: MARK }]]),
    hidden: true,
    protection: PROTECTION,
  }
}
