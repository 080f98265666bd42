import { createHash } from 'node:crypto'

import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'

import type { MatrixData, MatrixRow } from './matrix-data.ts'
import { matrixHash } from './matrix-hash.ts'
import { writeMatrix } from './write-matrix.ts'

const row: MatrixRow = {
  id: '0190c1f2-0001',
  number: 1,
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
}
const matrix: MatrixData = {
  specification: 'Especificaciones del PEP',
  round: 'Ronda 1',
  version: 'Versión 1',
  generatedAt: '2017-12-14T16:32:05Z',
  verificationUrl: 'https://portal.example/verificar/MTZ-1',
  illustrative: false,
  extract: null,
  publishedHash: null,
  rows: [row],
}
const withRow = (change: Partial<MatrixRow>): MatrixData => ({ ...matrix, rows: [{ ...row, ...change }] })
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function part(data: MatrixData, path: string): Promise<string> {
  return strFromU8(unzipSync(await writeMatrix(data))[path] ?? new Uint8Array())
}

async function read(data: MatrixData) {
  const [main, continued] = (await readXlsx(await writeMatrix(data))).sheets.map((sheet) => sheet.rows)
  return { title: main?.slice(0, 5).map((cells) => cells[0]), header: main?.[5], rows: main?.slice(6) ?? [], continued }
}

describe('what the workbook shows', () => {
  test('the columns of the working group in their order, then the stable id, hidden', async () => {
    const { header, rows } = await read(matrix)
    expect(header?.join(' · ')).toBe(
      'No. · OPL · Elemento · Numeral · Página · Tipo · Dice · Debe decir · Justificación · Fundamento · Sentido · ' +
        'Respuesta · Texto acordado · Versión en que se atiende · OPL conforme · Identificador',
    )
    expect(rows).toEqual([
      [
        1,
        'IEPC Chiapas',
        'Sobre-PEP',
        '2.5.1',
        '1',
        'Fondo',
        'sobre',
        'sobre postal',
        'Precisión',
        'LGIPE 329',
        'Procede',
        'Se atiende',
        'sobre postal',
        'Versión 2',
        'Conforme',
        '0190c1f2-0001',
      ],
    ])
    expect(await part(matrix, 'xl/worksheets/sheet1.xml')).toMatch(/<col min="16" max="16"[^>]*hidden="true"/)
  })

  test('title rows say of what, when, and how to prove it', async () => {
    const { title } = await read({ ...matrix, illustrative: true })
    expect(title).toEqual([
      'Matriz de observaciones · Especificaciones del PEP',
      'Ronda 1 · Versión 1',
      'Generada: jue 14 dic 2017, 10:32:05 (hora del centro de México) · 1 observación',
      `Huella del contenido (SHA-256): ${matrixHash(matrix)} · Verificación: https://portal.example/verificar/MTZ-1`,
      'Demostración — contenido ilustrativo',
    ])
    expect((await read(matrix)).title?.[4]).toBeNull()
  })

  test('of an extract and of a matrix with something withheld it says so, with the hash of the whole one', async () => {
    const whole = 'a3'.repeat(32)
    const { title } = await read({ ...matrix, extract: 'OPL: IEPC Chiapas', publishedHash: whole })
    expect(title?.[4]).toBe(
      `Extracto de la matriz. OPL: IEPC Chiapas · Huella de la matriz publicada, completa: ${whole}`,
    )
    expect((await read({ ...matrix, publishedHash: matrixHash(matrix) })).title?.[4]).toBeNull()
  })

  test('a QR code of the address stands beside them, square and with its words', async () => {
    const drawing = await part(matrix, 'xl/drawings/drawing1.xml')
    expect(drawing).toContain('descr="Código QR de la dirección de verificación"')
    expect(unzipSync(await writeMatrix(matrix))['xl/media/image1.png']?.subarray(1, 4)).toEqual(strToU8('PNG'))
  })

  test('the header stays in sight and filters every row', async () => {
    const sheet = await part({ ...matrix, rows: [row, { ...row, id: 'b', number: 2 }] }, 'xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(/<pane [^>]*ySplit="6"[^>]*state="frozen"/)
    expect(sheet).toContain('<autoFilter ref="A6:P8"/>')
  })

  test('a matrix without observations is still a workbook', async () => {
    expect((await read({ ...matrix, rows: [] })).rows).toEqual([])
  })
})

describe('text that a spreadsheet would act upon', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x")', '\t=1', "=cmd|' /C calc'!A0"])(
    '%s stays text, and there is no formula in the file',
    async (says) => {
      expect((await read(withRow({ says }))).rows[0]?.[6]).toBe(says)
      const sheet = await part(withRow({ says }), 'xl/worksheets/sheet1.xml')
      expect(sheet).not.toMatch(/<f[ >]/)
      expect(sheet).toMatch(/<c r="G7" t="s"/)
      expect(await part(withRow({ says }), 'xl/styles.xml')).toMatch(/formatCode="@"/)
    },
  )

  test('a link of the title that is not of the web is a bug', async () => {
    await expect(writeMatrix({ ...matrix, verificationUrl: 'file:///etc/passwd' })).rejects.toThrow('Not a web address')
  })
})

describe('text that a workbook cannot hold as it is', () => {
  test('what XML forbids, and what looks like an escape, come back as they went', async () => {
    const says = ' _x0041_ \u0000\u0007\u001F\uFFFE\uFFFF <b>&"\' 😀 '
    expect((await read(withRow({ says }))).rows[0]?.[6]).toBe(says)
    expect(await part(withRow({ says }), 'xl/sharedStrings.xml')).not.toMatch(
      /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u,
    )
  })

  test.each([
    ['plain letters', 'ñ'.repeat(70_000)],
    ['pairs', 'a' + '😀'.repeat(40_000)],
    ['escapes', '_x0041_'.repeat(9000)],
  ])('beyond the limit of a cell it goes on in a second sheet: %s', async (_, says) => {
    const { rows, continued } = await read(withRow({ says }))
    const first = String(rows[0]?.[6])
    expect(first).toMatch(/\n\[Continúa en la hoja «Textos largos», No. 1, Dice\]$/)
    const others = (continued ?? []).slice(1)
    expect(others.map((cells) => cells.slice(0, 4))).toEqual(
      others.map((_one, index) => [row.id, 1, 'Dice', index + 2]),
    )
    expect(first.replace(/\n\[Continúa.*\]$/, '') + others.map((cells) => String(cells[4])).join('')).toBe(says)
    expect(Math.max(first.length, ...others.map((cells) => String(cells[4]).length))).toBeLessThanOrEqual(32_767)
  })

  test('exactly the limit needs no second sheet', async () => {
    const { rows, continued } = await read(withRow({ says: 'x'.repeat(32_767) }))
    expect(String(rows[0]?.[6])).toHaveLength(32_767)
    expect(continued).toBeUndefined()
  })

  test('any well-formed text comes back as it went', async () => {
    const texts = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), { minLength: 1, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(texts, async (all) => {
        const said = all.map((text) => text.toWellFormed())
        const { rows } = await read({ ...matrix, rows: said.map((says, index) => ({ ...row, id: `${index}`, says })) })
        expect(rows.map((cells) => cells[6])).toEqual(said)
      }),
      { numRuns: 5 },
    )
  })
})

describe('the hash of the content', () => {
  test('same matrix, same bytes', async () => {
    expect(sha256(await writeMatrix(matrix))).toBe(sha256(await writeMatrix(structuredClone(matrix))))
  })

  test('ignores order, extra properties and when it was made; sees every field but what is said later', () => {
    const other = { ...row, id: 'b', number: 2 }
    expect(matrixHash({ rows: [other, row] })).toBe(matrixHash({ rows: [row, Object.assign({ note: 'x' }, other)] }))
    const hashes = Object.keys(row).map((field) => matrixHash(withRow({ [field]: field === 'number' ? 9 : 'otro' })))
    expect(new Set([...hashes, matrixHash(matrix)]).size).toBe(Object.keys(row).length)
    expect(matrixHash(withRow({ attendedIn: 'Versión 2: reflejada' }))).toBe(matrixHash(matrix))
  })
})
