import { writeXlsx } from 'hucre/xlsx'
import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre/xlsx'

import { qrPng } from '../receipt/qr-code.ts'
import { cellParts, cellText } from './cell-text.ts'
import { MATRIX_COLUMNS } from './matrix-columns.ts'
import type { MatrixData, MatrixRow } from './matrix-data.ts'
import {
  HASH_LABEL,
  matrixHeading,
  type MatrixHeading,
  PUBLISHED_HASH_LABEL,
  QR_ALT,
  VERIFICATION_LABEL,
} from './matrix-heading.ts'

const CONTINUATION_SHEET = 'Textos largos'
const HEADER_ROW = 5
/** Of the QR code: right of the lines above the table, which are as long as a hash with an address, and as wide as they are high. */
const QR_COLUMN = MATRIX_COLUMNS.findIndex(({ field }) => field === 'disposition')
/** In points. */
const NOTE_HEIGHT = 17.55
const LAST_COLUMN = String.fromCodePoint(64 + MATRIX_COLUMNS.length)

const FONT = { name: 'Arial', size: 10, color: { rgb: '333333' } }
const LINE = { style: 'thin', color: { rgb: 'CFCBC9' } } as const
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE }
const TITLE: CellStyle = { font: { ...FONT, size: 14, bold: true } }
const NOTE: CellStyle = { font: FONT }
const MARK: CellStyle = { font: { ...FONT, bold: true, color: { rgb: '950054' } } }
const HEADER: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '575453' } },
  alignment: { vertical: 'center', wrapText: true },
  border: BORDER,
}
const WHOLE_NUMBER: CellStyle = { font: FONT, alignment: { vertical: 'top' }, border: BORDER, numFmt: '0' }
/** Format "@": a text that begins with = stays text even after someone edits the cell and presses Enter. */
const TEXT: CellStyle = { font: FONT, alignment: { vertical: 'top', wrapText: true }, border: BORDER, numFmt: '@' }

type Continuation = [id: string, number: number, column: string, part: number, text: string]

/**
 * The matrix as a workbook: same matrix, same bytes. Nothing in it is a formula. A text beyond what a cell holds goes on
 * in a second sheet, and its cell says so.
 */
export async function writeMatrix(matrix: MatrixData): Promise<Uint8Array> {
  const made = Temporal.Instant.from(matrix.generatedAt)
  const continued: Continuation[] = []
  const rows = matrix.rows.map((row) => MATRIX_COLUMNS.map((column) => cellValue(row, column, continued)))
  const heading = matrixHeading(matrix)
  const sheets = [matrixSheet(matrix, rows, heading, await qrPng(heading.url))]
  if (continued.length > 0) sheets.push(continuationSheet(continued))
  const madeAt = new Date(made.epochMilliseconds)
  return writeXlsx({
    sheets,
    defaultFont: FONT,
    // Excel finds the filter by its range alone; LibreOffice only by this reserved name.
    namedRanges: [{ name: '_xlnm._FilterDatabase', range: `Matriz!${filterRange(matrix)}`, scope: 'Matriz' }],
    properties: {
      title: cellText(heading.title),
      creator: 'Instituto Nacional Electoral',
      created: madeAt,
      modified: madeAt,
    },
  })
}

function cellValue(row: MatrixRow, column: (typeof MATRIX_COLUMNS)[number], continued: Continuation[]): CellValue {
  const value = row[column.field]
  if (typeof value === 'number') return value
  const [first = '', ...others] = cellParts(value)
  if (others.length === 0) return first === '' ? null : first
  others.forEach((text, index) => continued.push([cellText(row.id), row.number, column.header, index + 2, text]))
  return `${first}\n[Continúa en la hoja «${CONTINUATION_SHEET}», No. ${row.number}, ${column.header}]`
}

function matrixSheet(
  matrix: MatrixData,
  rows: CellValue[][],
  { title, of, made, hash, url, mark, extract, publishedHash }: MatrixHeading,
  qr: Uint8Array,
): WriteSheet {
  const published = publishedHash === null ? null : `${PUBLISHED_HASH_LABEL} ${publishedHash}`
  const notes: [string, CellStyle][] = [
    [title, TITLE],
    [of, NOTE],
    [made, NOTE],
    [`${HASH_LABEL} ${hash} · ${VERIFICATION_LABEL} ${matrix.verificationUrl}`, NOTE],
    [[mark, extract, published].filter((one) => one !== null).join(' · '), MARK],
  ]
  const cells = new Map<string, Partial<Cell>>(notes.map(([, style], row) => [`${row},0`, { style }]))
  cells.set('3,0', { style: NOTE, hyperlink: { target: url } })
  MATRIX_COLUMNS.forEach((_, column) => cells.set(`${HEADER_ROW},${column}`, { style: HEADER }))
  // A cell that is still empty must be typed as text too, for whoever fills it in.
  rows.forEach((row, index) => {
    row.forEach((value, column) => {
      if (value === null) cells.set(`${HEADER_ROW + 1 + index},${column}`, { style: TEXT })
    })
  })
  return {
    name: 'Matriz',
    rows: [
      ...notes.map(([text]) => [text === '' ? null : (cellParts(text)[0] ?? null)]),
      MATRIX_COLUMNS.map(({ header }) => header),
      ...rows,
    ],
    columns: MATRIX_COLUMNS.map(({ field, width }) => ({
      width,
      hidden: field === 'id',
      style: field === 'number' ? WHOLE_NUMBER : TEXT,
    })),
    cells,
    images: [
      {
        data: qr,
        type: 'png',
        anchor: { from: { row: 0, col: QR_COLUMN }, to: { row: HEADER_ROW, col: QR_COLUMN + 1 } },
        altText: QR_ALT,
      },
    ],
    rowDefs: new Map([
      ...notes.map((_, row) => [row, { height: NOTE_HEIGHT }] as const),
      [HEADER_ROW, { height: 30 }],
      ...rows.map((row, index) => [HEADER_ROW + 1 + index, { height: rowHeight(row) }] as const),
    ]),
    freezePane: { rows: HEADER_ROW + 1, columns: 1 },
    autoFilter: { range: filterRange(matrix).replaceAll('$', '') },
    pageSetup: {
      paperSize: 'legal',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${HEADER_ROW + 1}:$${HEADER_ROW + 1}`,
    },
    headerFooter: { oddFooter: '&RPágina &P de &N' },
    a11y: { headerRow: HEADER_ROW },
  }
}

function continuationSheet(continued: Continuation[]): WriteSheet {
  const headers = ['Identificador', 'No.', 'Columna', 'Parte', 'Texto']
  return {
    name: CONTINUATION_SHEET,
    rows: [headers, ...continued],
    columns: [38, 6, 16, 7, 120].map((width, column) => ({ width, style: column % 2 === 1 ? WHOLE_NUMBER : TEXT })),
    cells: new Map(headers.map((_, column) => [`0,${column}`, { style: HEADER }])),
    freezePane: { rows: 1 },
  }
}

/** In points. LibreOffice shows a row without a height as one line, however long its text; Excel allows 409. */
function rowHeight(row: CellValue[]): number {
  const lines = row.map((value, column) => {
    const width = MATRIX_COLUMNS[column]?.width ?? 10
    const paragraphs = String(value ?? '').split('\n')
    return paragraphs.reduce((sum, paragraph) => sum + Math.max(1, Math.ceil(paragraph.length / (width * 0.95))), 0)
  })
  // The last column, the identifier, is hidden.
  return Math.min(409, Math.max(...lines.slice(0, -1)) * 13 + 3)
}

function filterRange(matrix: MatrixData): string {
  return `$A$${HEADER_ROW + 1}:$${LAST_COLUMN}$${HEADER_ROW + 1 + matrix.rows.length}`
}
