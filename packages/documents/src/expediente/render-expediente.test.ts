import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { renderExpediente, type ExpedienteData } from './render-expediente.ts'

const RECORD = '01980000-0000-7000-8000-000000000001'
const act = (changes: Partial<ExpedienteData['acts'][number]> = {}): ExpedienteData['acts'][number] => ({
  at: 'jue 14 dic 2017, 10:30:00',
  who: 'Nayeli Gordillo Ruiz\nEnlace OPL, IEPC Chiapas',
  act: 'Envió sus observaciones',
  details: [{ label: 'Observaciones', value: '3' }],
  reason: '',
  folio: 'ACU/CHIS/2017/0001',
  recordId: RECORD,
  place: 'Respuesta, acto 4',
  ...changes,
})
const data = (acts: ExpedienteData['acts']): ExpedienteData => ({
  recordId: RECORD,
  exportedAt: '2017-12-20T16:30:00Z',
  acts,
  receipts: ['ACU/CHIS/2017/0001'],
  files: [{ name: 'Sobre.pdf', sha256: 'ab'.repeat(32) }],
})

async function textOf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const pages = Array.from({ length: pdf.numPages }, async (_, index) => {
    const { items } = await (await pdf.getPage(index + 1)).getTextContent()
    return items.map((item) => ('str' in item ? item.str : '')).join('')
  })
  return { pages: pdf.numPages, text: (await Promise.all(pages)).join('\n') }
}

test('says every act with its facts, the receipts and the files', async () => {
  const { text } = await textOf(renderExpediente(data([act()])))
  const said = [
    RECORD,
    '20 dic 2017',
    'jue 14 dic 2017',
    'Nayeli Gordillo Ruiz',
    'Envió sus observaciones',
    'ACU/',
    'Sobre.pdf',
  ]
  expect(said.filter((one) => !text.includes(one))).toEqual([])
  expect(text).toContain('ab'.repeat(32))
})

test('what people typed is printed, however long, and never read as Typst', async () => {
  const hostile = `#panic("x") $x$ <a> @ref ${'W'.repeat(3000)}\u202E`
  const { text } = await textOf(
    renderExpediente(data([act({ reason: hostile, details: [{ label: '#a', value: '*b*' }] })])),
  )
  expect(text).toContain('#panic("x")')
  expect(text).toContain('[U+202E]')
  expect(text.match(/W/g)).toHaveLength(3000)
})

test('goes on over as many pages as it takes', async () => {
  const acts = Array.from({ length: 120 }, (_, index) => act({ place: `Respuesta, acto ${index + 1}` }))
  const { pages, text } = await textOf(renderExpediente(data(acts)))
  expect(pages).toBeGreaterThan(5)
  expect(text).toContain('Respuesta, acto 120')
})

test('same data, same bytes, as an archive asks for them', () => {
  const first = Buffer.from(renderExpediente(data([act()])))
  expect(first.equals(Buffer.from(renderExpediente(data([act()]))))).toBe(true)
  expect(first.toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>')
})
