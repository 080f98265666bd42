import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

import { qrPng } from '../receipt/qr-code.ts'
import { MATRIX_COLUMNS, PRINTED_WIDTHS } from './matrix-columns.ts'
import type { MatrixData, MatrixRow } from './matrix-data.ts'
import {
  HASH_LABEL,
  matrixHeading,
  PUBLISHED_HASH_LABEL,
  QR_ALT,
  VERIFICATION_LABEL,
  type MatrixHeading,
} from './matrix-heading.ts'

/** Legal paper, in twentieths of a point. */
const PAGE = { width: 12_240, height: 20_160 }
const MARGIN = 680
const TABLE_WIDTH = PAGE.height - MARGIN * 2
/** In half points. */
const SMALL = 14
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'CFCBC9' }
const MARK_COLOUR = '950054'
const HASH_FONT = 'Courier New'
const QR_PIXELS = 98

const widthSum = PRINTED_WIDTHS.reduce((sum, width) => sum + width, 0)
const COLUMN_WIDTHS = PRINTED_WIDTHS.map((width) => Math.round((width / widthSum) * TABLE_WIDTH))

/**
 * The matrix as a document of Word: same matrix, same bytes. Its header row is repeated on every page, and it is in
 * Spanish of Mexico, so that its spelling is checked as such.
 */
export async function writeMatrixDocx(matrix: MatrixData): Promise<Uint8Array> {
  const heading = matrixHeading(matrix)
  const document = new Document({
    title: wordText(heading.title),
    creator: 'Instituto Nacional Electoral',
    lastModifiedBy: 'Instituto Nacional Electoral',
    styles: {
      default: {
        document: { run: { font: 'Arial', size: SMALL, color: '333333', language: { value: 'es-MX' } } },
        heading1: { run: { size: 30, bold: true, color: '333333' }, paragraph: { spacing: { after: 80 } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { ...PAGE, orientation: PageOrientation.LANDSCAPE },
            margin: { top: 900, bottom: 800, left: MARGIN, right: MARGIN, header: 400, footer: 360 },
          },
        },
        headers: { default: new Header({ children: [headerLine(heading)] }) },
        footers: { default: new Footer({ children: [footerLine(heading)] }) },
        children: [...headingLines(heading), await qrLine(heading), ...table(matrix.rows)],
      },
    ],
  })
  return sameBytes(await Packer.toBuffer(document), matrix.generatedAt)
}

const line = (children: (TextRun | SimpleField)[]) => new Paragraph({ spacing: { after: 40 }, children })
const said = (text: string) => new TextRun({ text: wordText(text), size: 18 })
const strong = (text: string) => new TextRun({ text: wordText(text), size: 18, bold: true, color: MARK_COLOUR })
const hashRun = (text: string) => new TextRun({ text, font: HASH_FONT, size: 17 })

function headingLines({ title, of, made, hash, extract, publishedHash, mark, url }: MatrixHeading): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(wordText(title))] }),
    ...(mark === null ? [] : [line([strong(mark)])]),
    line([said(of)]),
    line([said(made)]),
    ...(extract === null ? [] : [line([strong(extract)])]),
    line([said(`${HASH_LABEL} `), hashRun(hash)]),
    ...(publishedHash === null ? [] : [line([said(`${PUBLISHED_HASH_LABEL} `), hashRun(publishedHash)])]),
    // A field, not a relationship: the library names those by chance, and the bytes would change with every download.
    line([said(`${VERIFICATION_LABEL} `), new SimpleField(`HYPERLINK "${url}"`, url)]),
  ]
}

const qrLine = async ({ url }: MatrixHeading) =>
  new Paragraph({
    spacing: { after: 120 },
    children: [
      new ImageRun({
        type: 'png',
        data: await qrPng(url),
        transformation: { width: QR_PIXELS, height: QR_PIXELS },
        altText: { id: '1', name: 'QR', description: QR_ALT, title: QR_ALT },
      }),
    ],
  })

const headerLine = ({ mark }: MatrixHeading) =>
  new Paragraph({
    children: [
      new TextRun({ text: 'Instituto Nacional Electoral · Voto de los mexicanos residentes en el extranjero' }),
      ...(mark === null ? [] : [new TextRun({ text: ` · ${mark}`, bold: true, color: MARK_COLOUR })]),
    ],
  })

const footerLine = ({ of, hash }: MatrixHeading) =>
  new Paragraph({
    children: [
      new TextRun(wordText(`${of} · ${HASH_LABEL} `)),
      new TextRun({ text: hash, font: HASH_FONT }),
      new TextRun({ children: [' · Página ', PageNumber.CURRENT, ' de ', PageNumber.TOTAL_PAGES] }),
    ],
  })

function table(rows: readonly MatrixRow[]): (Table | Paragraph)[] {
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: MATRIX_COLUMNS.map(({ header }, column) =>
      cell(column, [new TextRun({ text: header, bold: true, color: 'FFFFFF' })], '575453'),
    ),
  })
  const body = rows.map(
    (row) =>
      new TableRow({
        children: MATRIX_COLUMNS.map(({ field }, column) =>
          cell(column, field === 'id' ? [identifier(row.id)] : lines(String(row[field]))),
        ),
      }),
  )
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: TABLE_WIDTH, type: WidthType.DXA },
      columnWidths: COLUMN_WIDTHS,
      rows: [header, ...body],
    }),
    ...(rows.length === 0 ? [line([said('La matriz no tiene renglones.')])] : []),
  ]
}

const cell = (column: number, children: TextRun[], fill?: string) =>
  new TableCell({
    width: { size: COLUMN_WIDTHS[column] ?? 0, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE },
    ...(fill === undefined ? {} : { shading: { fill } }),
    children: [
      new Paragraph({ alignment: AlignmentType.LEFT, spacing: { line: 240, lineRule: LineRuleType.AUTO }, children }),
    ],
  })

const identifier = (id: string) => new TextRun({ text: wordText(id), font: HASH_FONT, size: 10 })

/** A text with its own line breaks. */
const lines = (text: string) =>
  wordText(text)
    .split('\n')
    .map((one, index) => new TextRun(index === 0 ? one : { text: one, break: 1 }))

/** Text as XML can hold it: what it forbids is shown by its code point, so that nothing is lost silently. */
const wordText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(
      /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu,
      (one) => `[U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )

/** The library writes down when it ran; what counts is when the matrix was made. */
function sameBytes(document: Uint8Array, generatedAt: string): Uint8Array {
  const made = Temporal.Instant.from(generatedAt)
  const parts = unzipSync(document)
  const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())
  const dated = core.replaceAll(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    `$1${made.toString({ smallestUnit: 'second' })}`,
  )
  return zipSync({ ...parts, 'docProps/core.xml': strToU8(dated) }, { mtime: new Date(made.epochMilliseconds) })
}
