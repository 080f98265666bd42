import { createHash } from 'node:crypto'

import { PDFBool, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'

import type { ReceiptData } from './receipt-data.ts'
import { renderReceipt } from './render-receipt.ts'

const receipt: ReceiptData = {
  folio: 'ACU/CHIS/2017/0003',
  act: 'Envío de observaciones',
  person: 'María Núñez Ocampo',
  role: 'Enlace OPL',
  organisation: 'IEPC Chiapas',
  at: '2017-12-14T16:32:05.123Z',
  subject: { title: 'Especificaciones del PEP', lines: [{ label: 'Ronda', value: 'Ronda 1 · versión 1' }] },
  files: [{ name: 'observaciones.xlsx', bytes: 245_312, sha256: 'a3'.repeat(32) }],
  contentHash: '9c'.repeat(32),
  chain: { seq: 3, hash: '17'.repeat(32) },
  verification: { url: 'https://portal.example/verificar/8F3K-2Q7M', code: '8F3K-2Q7M' },
  illustrative: false,
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function textOf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const pages = Array.from({ length: pdf.numPages }, async (_, index) => {
    const content = await (await pdf.getPage(index + 1)).getTextContent()
    return content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
  })
  return (await Promise.all(pages)).join('\n')
}

describe('what a receipt says', () => {
  test('every fact of the act, the instant in the time of central Mexico', async () => {
    const text = await textOf(await renderReceipt(receipt))
    const facts = [
      'Acuse de recibo',
      'ACU/CHIS/2017/0003',
      'Envío de observaciones',
      'María Núñez Ocampo',
      'Enlace OPL',
      'IEPC Chiapas',
      'jue 14 dic 2017, 10:32:05 (hora del centro de México)',
      'Especificaciones del PEP',
      'Ronda 1 · versión 1',
      'observaciones.xlsx',
      '245,312 bytes',
      'a3'.repeat(32),
      '9c'.repeat(32),
      '17'.repeat(32),
      '8F3K-2Q7M',
      'https://portal.example/verificar/8F3K-2Q7M',
    ]
    expect(facts.filter((fact) => !text.includes(fact))).toEqual([])
    expect(text).not.toContain('ilustrativo')
  })

  test('the demonstration marks it, and says what it is not', async () => {
    const text = await textOf(await renderReceipt({ ...receipt, illustrative: true }))
    expect(text).toContain('Demostración — contenido ilustrativo')
    expect(text).toContain('no acredita ningún acto oficial')
  })

  test('an act without files has no table of files', async () => {
    expect(await textOf(await renderReceipt({ ...receipt, files: [] }))).not.toContain('Archivos recibidos')
  })
})

describe('the file itself', () => {
  test('is tagged, names its language and title, and describes the QR code', async () => {
    const bytes = await renderReceipt(receipt)
    const { catalog, context } = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).lookup(PDFName.of('Marked'), PDFBool).asBoolean()).toBe(true)
    expect(catalog.lookup(PDFName.of('Lang'))?.toString()).toContain('es-MX')
    expect(catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).has(PDFName.of('K'))).toBe(true)
    const roles = context.enumerateIndirectObjects().flatMap(([, object]) => {
      const role = object instanceof PDFDict ? object.get(PDFName.of('S')) : undefined
      return role instanceof PDFName ? [role.decodeText()] : []
    })
    expect(roles).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD', 'Figure', 'Link']))
    const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
    expect(JSON.stringify(await (await pdf.getPage(1)).getStructTree())).toContain('Código QR con la dirección')
    expect((await pdf.getMetadata()).info).toMatchObject({ Title: 'Acuse de recibo ACU/CHIS/2017/0003' })
  })

  test('declares PDF/A-2a, and meets PDF/UA-1 as well', async () => {
    const archived = Buffer.from(await renderReceipt(receipt)).toString('latin1')
    expect(archived).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(archived).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    const accessible = Buffer.from(await renderReceipt(receipt, 'ua-1')).toString('latin1')
    expect(accessible).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  test('same receipt, same bytes; another second, other bytes', async () => {
    const first = sha256(await renderReceipt(receipt))
    await renderReceipt({ ...receipt, person: 'Otra persona' })
    expect(sha256(await renderReceipt(receipt))).toBe(first)
    expect(sha256(await renderReceipt({ ...receipt, at: '2017-12-14T16:32:06Z' }))).not.toBe(first)
  })
})

describe('text that nobody should have typed', () => {
  test('Typst markup is printed as it was typed', async () => {
    const person = '#panic("x") \\ $x$ *b* _i_ <a> @ref `raw` // c /* d */ "q" [z] #{1 + 1} = h'
    expect(await textOf(await renderReceipt({ ...receipt, person }))).toContain(person)
  })

  test('what the fonts lack, or what would turn the line around, is shown by its code point', async () => {
    const text = await textOf(await renderReceipt({ ...receipt, person: 'a\u202Eb 😀 ש \u0000 \uD800 e\u0301' }))
    expect(text).toContain('a[U+202E]b [U+1F600] [U+05E9] [U+0000] [U+D800] é')
  })

  test('ten thousand characters without a space wrap inside the page, and none is lost', async () => {
    const bytes = await renderReceipt({ ...receipt, person: 'W'.repeat(10_000), folio: 'X'.repeat(10_000) })
    const text = await textOf(bytes)
    expect(text.match(/W/g)?.length).toBe(10_000)
    const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
    const { items } = await (await pdf.getPage(1)).getTextContent()
    const right = items.map((item) => ('transform' in item ? Number(item.transform[4]) + item.width : 0))
    expect(Math.max(...right)).toBeLessThan(612 - 50)
  })

  test('any text makes a receipt', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 })
    const pairs = fc.array(fc.record({ label: text, value: text }), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(text, text, pairs, async (person, title, lines) => {
        const files = [{ name: title, bytes: 1, sha256: person }]
        const bytes = await renderReceipt({ ...receipt, person, folio: title, subject: { title, lines }, files })
        expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
      }),
      { numRuns: 8 },
    )
  })

  test('a verification address that is not of the web is a bug', async () => {
    const verification = { url: 'javascript:alert(1)', code: 'x' }
    await expect(renderReceipt({ ...receipt, verification })).rejects.toThrow('Not a web address')
  })
})
