import { createHash } from 'node:crypto'

import { PDFBool, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'

import type { MatrixData, MatrixRow } from './matrix-data.ts'
import { MATRIX_FORMATS, writeMatrixAs } from './matrix-formats.ts'
import { matrixHash } from './matrix-hash.ts'

const row = (number: number, change: Partial<MatrixRow> = {}): MatrixRow => ({
  id: `0190c1f2-7a3b-7c4d-8e5f-${String(number).padStart(12, '0')}`,
  number,
  opl: 'IEPC Chiapas',
  element: 'Sobre-PEP',
  clause: '2.5.1',
  page: '1',
  type: 'Fondo',
  says: 'sobre',
  shouldSay: 'sobre postal',
  rationale: 'Precisión',
  legalBasis: 'LGIPE 329',
  disposition: 'Procede',
  response: 'Se atiende',
  agreedText: 'sobre postal',
  attendedIn: 'Versión 2',
  agrees: 'Conforme',
  ...change,
})
const rows = Array.from({ length: 40 }, (_, index) => row(index + 1))
const matrix: MatrixData = {
  specification: 'Especificaciones del PEP',
  round: 'Ronda 1',
  version: 'Versión 1',
  generatedAt: '2017-12-14T16:32:05Z',
  verificationUrl: 'https://portal.example/verificar/MTZ-1',
  illustrative: false,
  extract: null,
  publishedHash: null,
  rows,
}
const typed = row(1, {
  says: '=HYPERLINK("http://x")',
  shouldSay: '#set text(red) *a* \u0007',
  response: 'dos\nlíneas',
})

/** All that a file says, as text. */
const TEXT = {
  xlsx: async (bytes) => {
    const { sheets } = await readXlsx(bytes)
    return sheets.flatMap((sheet) => sheet.rows.flat()).join('\n')
  },
  docx: (bytes) => {
    const parts = unzipSync(bytes)
    return ['word/document.xml', 'word/footer1.xml'].map((path) => strFromU8(parts[path] ?? new Uint8Array())).join('')
  },
  pdf: async (bytes) => (await pagesOf(bytes)).join('\n'),
  json: (bytes) => strFromU8(bytes),
} as const satisfies Record<(typeof MATRIX_FORMATS)[number], (bytes: Uint8Array) => string | Promise<string>>

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const pages = Array.from({ length: pdf.numPages }, async (_, index) => {
    const { items } = await (await pdf.getPage(index + 1)).getTextContent()
    return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
  })
  return Promise.all(pages)
}
const textAs = async (format: (typeof MATRIX_FORMATS)[number], data: MatrixData) =>
  TEXT[format](await writeMatrixAs(format, data))
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const part = async (path: string, data: MatrixData = matrix) =>
  strFromU8(unzipSync(await writeMatrixAs('docx', data))[path] ?? new Uint8Array())

describe.each(MATRIX_FORMATS)('as %s', (format) => {
  test('the same rows with their ids, the one hash, and where it is verified', async () => {
    const text = (await textAs(format, matrix)).replaceAll(/\s/g, '')
    for (const { id } of rows) expect(text).toContain(id)
    expect(text).toContain(matrixHash(matrix))
    expect(text).toContain(matrix.verificationUrl)
  })

  test('an extract says so, and what the whole matrix was published under', async () => {
    const whole = 'a3'.repeat(32)
    const text = await textAs(format, { ...matrix, rows: [row(1)], extract: 'OPL: IEPC Chiapas', publishedHash: whole })
    expect(text).toContain('OPL: IEPC Chiapas')
    if (format !== 'json') expect(text).toContain('Extracto de la matriz.')
    expect(text).toContain(whole)
    expect(text).toContain(matrixHash({ rows: [row(1)] }))
  })

  test('same matrix, same bytes; without rows it is still a file', async () => {
    const again = { ...structuredClone(matrix), rows: rows.toReversed().toReversed() }
    expect(sha256(await writeMatrixAs(format, matrix))).toBe(sha256(await writeMatrixAs(format, again)))
    expect(await textAs(format, { ...matrix, rows: [] })).toContain(matrixHash({ rows: [] }))
  })

  test('what people typed is text, never markup or formula', async () => {
    const text = await textAs(format, { ...matrix, rows: [typed] })
    expect(text.replaceAll('&quot;', '"').replaceAll(String.raw`\"`, '"')).toContain('=HYPERLINK("http://x")')
    expect(text).toContain('#set text(red) *a* ')
  })
})

test('the rows of the JSON hash to what it says', async () => {
  const read = JSON.parse(await textAs('json', matrix)) as { rows: MatrixRow[]; hash: string }
  const decided = read.rows.map(({ attendedIn: _, ...row }) => row)
  const sorted = decided.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  expect(sha256(new TextEncoder().encode(JSON.stringify(sorted)))).toBe(read.hash)
})

describe('the document of Word', () => {
  test('lies across legal paper, in Spanish of Mexico, with a table whose header row is repeated', async () => {
    const body = await part('word/document.xml')
    expect(body).toContain('<w:pgSz w:w="20160" w:h="12240" w:orient="landscape"')
    expect(body.match(/<w:tblHeader[ /]/g)).toHaveLength(1)
    expect(body.match(/<w:tr>/g)).toHaveLength(rows.length + 1)
    expect(await part('word/styles.xml')).toContain('<w:lang w:val="es-MX"/>')
  })

  test('its QR code has words, and it says when the matrix was made, not when the file was', async () => {
    expect(await part('word/document.xml')).toContain('descr="Código QR de la dirección de verificación"')
    expect(await part('docProps/core.xml')).toContain('2017-12-14T16:32:05Z</dcterms:created>')
  })

  test('what XML forbids is shown by its code point, and lines stay lines', async () => {
    const body = await part('word/document.xml', { ...matrix, rows: [typed] })
    expect(body).toContain('#set text(red) *a* [U+0007]')
    expect(body).toMatch(/dos<\/w:t><\/w:r><w:r><w:br\/><w:t[^>]*>líneas/)
  })
})

describe('the PDF', () => {
  test('is tagged, declares PDF/UA-1, and names its language and title', async () => {
    const bytes = await writeMatrixAs('pdf', matrix)
    const { catalog } = await PDFDocument.load(bytes)
    expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).lookup(PDFName.of('Marked'), PDFBool)).toBe(PDFBool.True)
    expect(catalog.has(PDFName.of('StructTreeRoot'))).toBe(true)
    const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
    expect((await pdf.getMetadata()).info).toMatchObject({
      Language: 'es-MX',
      Title: `Matriz de observaciones · ${matrix.specification}`,
    })
    expect(Buffer.from(bytes).toString('latin1')).toContain('pdfuaid:part')
  })

  test('lies across legal paper, with the header row on every page', async () => {
    const bytes = await writeMatrixAs('pdf', {
      ...matrix,
      rows: Array.from({ length: 90 }, (_, index) => row(index + 1)),
    })
    const pages = await pagesOf(bytes)
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) expect(page).toMatch(/Debe decir/)
    const [first] = (await PDFDocument.load(bytes)).getPages()
    expect(first?.getSize()).toEqual({ width: 1008, height: 612 })
  })
})
