import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentDisposition } from './content-disposition.ts'
import { fileName } from './file-name.ts'

test.each([
  ['Especificaciones PEP v1.docx', 'Especificaciones PEP v1.docx'],
  ['C:\\Users\\nayeli\\Sobre PEP.pdf', 'Sobre PEP.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['..', 'archivo'],
  ['', 'archivo'],
  ['a\r\nContent-Type: "x".pdf', 'aContent-Type_ _x_.pdf'],
  ['factura\u202Efdp.exe', 'facturafdp.exe'],
  ['  .oculto.  ', 'oculto'],
  ['sen\u0303al.pdf', 'señal.pdf'],
  [`${'á'.repeat(300)}.docx`, `${'á'.repeat(175)}.docx`],
])('%j is shown as %j', (typed, shown) => {
  expect(fileName(typed)).toBe(shown)
})

/** Any text at all, lone halves of characters included. */
const anything = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x10ffff }), fc.integer({ min: 0, max: 0x7f })), { maxLength: 300 })
  .map((points) => String.fromCodePoint(...points))

test('whatever is typed becomes one short line without a path, and stays as it is when typed again', () => {
  fc.assert(
    fc.property(anything, (typed) => {
      const name = fileName(typed)
      expect(name).toMatch(/^[^/\\\p{Cc}\p{Cf}<>:"|?*]+$/u)
      expect(Array.from(name).length).toBeLessThanOrEqual(180)
      expect(fileName(name)).toBe(name)
    }),
  )
})

test('the header that names a file is plain ASCII with the exact name beside it', () => {
  expect(contentDisposition('Señal "1" (50%).pdf')).toBe(
    `attachment; filename="Senal _1_ (50_).pdf"; filename*=UTF-8''Se%C3%B1al%20%221%22%20%2850%25%29.pdf`,
  )
  fc.assert(
    fc.property(anything, (typed) => {
      const name = fileName(typed)
      const header = contentDisposition(name)
      expect(header).toMatch(/^[ -~]+$/)
      const [, encoded = ''] = /filename\*=UTF-8''(\S+)$/.exec(header) ?? []
      expect(decodeURIComponent(encoded)).toBe(name)
    }),
  )
})
