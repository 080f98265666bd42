import { deflateSync } from 'node:zlib'

import { PDFDocument, PDFName, PDFString, degrees } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { renderTemplate } from '../typst/compiler.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { readPdf } from './read-pdf.ts'

async function made(change: (document: PDFDocument) => unknown = () => undefined, pages = 1): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let page = 0; page < pages; page += 1) document.addPage([595.276, 841.89])
  await change(document)
  return document.save()
}

const codeOf = async (bytes: Uint8Array) => {
  const inspection = await readPdf(bytes)
  return inspection.ok ? 'taken in' : inspection.refusal.code
}

describe('the size of each page, as it is seen', () => {
  test('plain, turned, cropped, and scaled by its unit', async () => {
    const bytes = await made((document) => {
      const [turned, cropped, scaled] = [0, 1, 2].map(() => document.addPage([595.276, 841.89]))
      turned?.setRotation(degrees(90))
      cropped?.setCropBox(28.3465, 28.3465, 283.465, 1000)
      scaled?.node.set(PDFName.of('UserUnit'), document.context.obj(2))
    })
    expect(await readPdf(bytes)).toEqual({
      ok: true,
      value: {
        pages: [
          { widthMm: 210, heightMm: 297 },
          { widthMm: 297, heightMm: 210 },
          { widthMm: 100, heightMm: 287 },
          { widthMm: 420, heightMm: 594 },
        ],
      },
    })
  })

  test('the illustrative envelope has the size that the specification asks for', async () => {
    const bytes = renderTemplate('artwork/sobre-pep.typ', {}, Temporal.Instant.from('2017-12-01T18:00:00Z'), 'a-2a')
    const face = { widthMm: 380, heightMm: 280 }
    expect(await inspectPdf(bytes)).toEqual({ ok: true, value: { pages: [face, face] } })
  })
})

describe('what is refused', () => {
  test('a file that would run a script, however deep the script stands', async () => {
    expect(await codeOf(await made((document) => document.addJavaScript('x', 'app.alert(1)')))).toBe('JAVASCRIPT')
    const nested = await made((document) => {
      const action = { Next: { S: 'JavaScript', JS: PDFString.of('app.alert(1)') } }
      document.getPage(0).node.set(PDFName.of('AA'), document.context.obj({ O: action }))
    })
    expect(await codeOf(nested)).toBe('JAVASCRIPT')
  })

  test('a file that would start a program', async () => {
    const bytes = await made((document) => {
      document.catalog.set(PDFName.of('OpenAction'), document.context.obj({ S: 'Launch', F: PDFString.of('cmd.exe') }))
    })
    expect(await codeOf(bytes)).toBe('LAUNCH_ACTION')
  })

  test('a file that carries another', async () => {
    const bytes = await made((document) => document.attach(new Uint8Array([1]), 'x.exe', { mimeType: 'text/plain' }))
    expect(await codeOf(bytes)).toBe('EMBEDDED_FILES')
  })

  test('an encrypted file, also one that opens without a password', async () => {
    const bytes = await made((document) => document.encrypt({ ownerPassword: 'x', userPassword: '' }))
    expect(await codeOf(bytes)).toBe('ENCRYPTED')
  })

  test('more pages than a specification ever has', async () => {
    expect(await readPdf(await made(undefined, 501))).toEqual({
      ok: false,
      refusal: { code: 'TOO_MANY_PAGES', limit: 500, pages: 501 },
    })
    expect(await codeOf(await made(undefined, 500))).toBe('taken in')
  })

  test('a file cut short, and one that is only a header', async () => {
    const whole = await made(undefined, 3)
    expect(await codeOf(whole.subarray(0, whole.length / 2))).toBe('DAMAGED')
    expect(await codeOf(new TextEncoder().encode('%PDF-1.7\n'))).toBe('DAMAGED')
  })

  test('another kind of file, and one too large, without starting a process', async () => {
    expect(await inspectPdf(new TextEncoder().encode('PK\u0003\u0004'))).toMatchObject({ refusal: { code: 'NOT_PDF' } })
    const large = new Uint8Array(60 * 1024 * 1024 + 1)
    expect(await inspectPdf(large)).toEqual({
      ok: false,
      refusal: { code: 'TOO_LARGE', limit: 60 * 1024 * 1024, size: large.length },
    })
  })

  test('any damage to a file is a value, never an exception', async () => {
    const whole = await made(undefined, 2)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 20 }), async (at, noise) => {
        const broken = whole.slice()
        broken.set(noise.subarray(0, broken.length - at), at)
        expect(await readPdf(broken)).toHaveProperty('ok')
      }),
      { numRuns: 40 },
    )
  })
})

test('a file that inflates beyond measure ends its process, not ours', async () => {
  expect(await inspectPdf(bomb(), 2)).toEqual({ ok: false, refusal: { code: 'UNDETERMINED' } })
})

/** An object stream compressed twice: two kilobytes that a reader inflates for many seconds before it sees page one. */
function bomb(): Uint8Array {
  const once = deflateSync(new Uint8Array(192 * 1024 * 1024), { level: 1 })
  const stream = deflateSync(once, { level: 9 })
  const head = `%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]/Length ${stream.length}>>\nstream\n`
  const tail = '\nendstream\nendobj\ntrailer<</Root 2 0 R>>\nstartxref\n0\n%%EOF'
  return Buffer.concat([Buffer.from(head), stream, Buffer.from(tail)])
}
