import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'

import { renderRoundDocument, type RoundDocument } from './render-round-document.ts'

const cell = (text: string, header = false) => ({ text, columns: 1, rows: 1, header })
const round: RoundDocument = {
  specification: 'Especificaciones del PEP',
  madeAt: '2017-12-14T16:32:05Z',
  facts: [{ label: 'Ronda', value: '1' }],
  artworks: [{ element: 'Sobre-PEP', file: 'laminas/01-Sobre-PEP.pdf' }],
  clauses: [
    { citation: '2', kind: 'heading', depth: 0, number: '2', text: 'Sobres', rows: [] },
    { citation: '2.1', kind: 'paragraph', depth: 1, number: '2.1', text: '#set page() *medida*', rows: [] },
    { citation: '2 · párrafo 1', kind: 'paragraph', depth: 1, number: '', text: 'Sin número', rows: [] },
    {
      citation: '2 · tabla 1',
      kind: 'table',
      depth: 1,
      number: '',
      text: 'Pieza\tAncho\nSobre\t380',
      rows: [[cell('Pieza', true), cell('Ancho', true)], [{ ...cell('Sobre 380'), columns: 2 }]],
    },
    { citation: '2 · tabla 2', kind: 'table', depth: 1, number: '', text: 'vacía', rows: [] },
  ],
}

type Tagged = { role?: string; children?: Tagged[] }
const rolesIn = ({ role, children = [] }: Tagged): string[] => [
  ...(role === undefined ? [] : [role]),
  ...children.flatMap((child) => rolesIn(child)),
]

async function read(data: RoundDocument) {
  const document = await getDocument({ data: renderRoundDocument(data), verbosity: 0 }).promise
  const page = await document.getPage(1)
  const text = (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('|')
  return { text, roles: rolesIn((await page.getStructTree()) as Tagged) }
}

test('the clauses in order, each with the citation that an observation names', async () => {
  const { text } = await read(round)
  const places = [
    'Ronda',
    'Sobre-PEP',
    'Numeral',
    'Sobres',
    '#set page() *medida*',
    '2 · párrafo 1',
    'Sobre 380',
    'vacía',
  ]
  const found = places.map((place) => text.indexOf(place))
  expect(found).not.toContain(-1)
  expect(found).toEqual(found.toSorted((one, other) => one - other))
})

test('is tagged: headings, the table and its header are there to be read aloud', async () => {
  const { roles } = await read(round)
  for (const role of ['H1', 'H2', 'Table', 'TH', 'TD']) expect(roles).toContain(role)
})

test('same version, same bytes', () => {
  expect(renderRoundDocument(round)).toEqual(renderRoundDocument(structuredClone(round)))
})
