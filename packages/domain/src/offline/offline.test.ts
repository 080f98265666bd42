import { describe, expect, test } from 'vitest'
import { typeNamed } from './columns.ts'
import { findTables } from './find-table.ts'
import { judgeRow, type OfflineTexts, type StandingObservation } from './judge-row.ts'
import { placeCell } from './place-cell.ts'
import { cellName, type Sheet } from './sheet.ts'

const sheet = (name: string, ...lines: string[][]): Sheet => ({
  name,
  rows: lines.map((texts, index) => ({
    line: index + 1,
    cells: texts.flatMap((text, column) => (text === '' ? [] : [{ column, text, numeric: false, flaw: null }])),
  })),
})
const suggested = (...headers: string[]) => {
  const [table] = findTables([sheet('Hoja', ['Formato de comentarios'], headers, ['x', 'y'])])
  return table?.columns.map((column) => column.suggested)
}

describe('what a column most probably holds', () => {
  test('in ISO’s comment form, in English and in Spanish', () => {
    expect(
      suggested(
        'MB/NC',
        'Line number (e.g. 17)',
        'Clause/ Subclause (e.g. 3.1)',
        'Paragraph/ Figure/ Table/ (e.g. Table 1)',
        'Type of comment',
        'Comments',
        'Proposed change',
        'Observations of the secretariat',
      ),
    ).toEqual([null, null, 'clause', 'place', 'type', 'rationale', 'shouldSay', null])
    expect(suggested('Numeral', 'Tipo de comentario', 'Comentarios', 'Cambio propuesto')).toEqual([
      'clause',
      'type',
      'rationale',
      'shouldSay',
    ])
  })

  test('renamed, reordered and written otherwise', () => {
    expect(suggested('Debe de decir', 'DICE:', 'Núm. (numeral)', 'Justificacion', 'Fundamento legal', 'Tipo')).toEqual([
      'shouldSay',
      'says',
      'clause',
      'rationale',
      'legalBasis',
      'type',
    ])
    expect(suggested('Fecha', 'Folio interno')).toEqual([null, null])
  })

  test('with samples of what stands below, and nothing of an empty sheet', () => {
    expect(findTables([sheet('Vacía'), sheet('Hoja', ['Dice', 'Tipo'], ['a', 'Fondo'], ['b', ''])])).toMatchObject([
      { sheet: 'Hoja', headerLine: 1, columns: [{ samples: ['a', 'b'] }, { samples: ['Fondo'] }] },
    ])
  })
})

test('types by our words and by ISO’s; what "ed" is the person says', () => {
  expect(
    ['Fondo', 'FORMA', 'ortografia', 'ge', 'te', 'ed', 'estilo', ''].map((word) => typeNamed(word, 'spelling')),
  ).toEqual(['substance', 'form', 'spelling', 'substance', 'substance', 'spelling', null, null])
  expect(typeNamed('ed', 'form')).toBe('form')
})

test('cells as programs call them', () => {
  expect([0, 2, 25, 26, 701, 702].map((column) => cellName(column, 7))).toEqual([
    'A7',
    'C7',
    'Z7',
    'AA7',
    'ZZ7',
    'AAA7',
  ])
})

describe('a row is placed on its clause', () => {
  const clauses = ['2.1', '2.10', '2.1 a)', '3'].map((citation) => ({
    id: citation,
    citation,
    withheld: citation === '3',
  }))
  test.each([
    ['2.1', false, '2.1', null],
    ['Numeral 2.1.', false, '2.1', null],
    ['2.1  A)', false, '2.1 a)', null],
    // Excel keeps 2.10 as the number 2.1.
    ['2.1', true, null, 'CLAUSE_AMBIGUOUS'],
    ['3', true, '3', 'CLAUSE_WITHHELD'],
    ['2', false, null, 'CLAUSE_UNKNOWN'],
    ['', false, null, 'CLAUSE_MISSING'],
  ] as const)('%s', (text, numeric, clauseId, problem) => {
    expect(placeCell(text, numeric, clauses)).toMatchObject({ clauseId, problem })
  })
})

describe('what becomes of a row', () => {
  const texts: OfflineTexts = { type: 'form', says: 'a', shouldSay: 'b', rationale: '', legalBasis: '' }
  const standing: StandingObservation = {
    id: 'o',
    status: 'draft',
    recordVersion: 3,
    movable: true,
    held: false,
    place: '2.1',
    texts,
  }
  const row = { place: '2.1', texts, problems: [], clauseCell: 'C5', base: 3 }
  const other = { ...row, texts: { ...texts, says: 'z' } }
  const unknown = [{ code: 'CLAUSE_UNKNOWN' as const, cell: 'C5' }]
  test.each([
    ['new', row, null],
    ['unchanged', row, standing],
    ['unchanged', { ...row, base: 1 }, standing],
    ['changed', other, standing],
    ['changed', { ...row, place: '3' }, standing],
    ['conflict', { ...other, base: 2 }, standing],
    ['conflict', { ...other, base: null }, standing],
    ['refused', { ...row, problems: unknown }, null],
    // Where it stands already may be no clause of the list: a region of an artwork.
    ['unchanged', { ...row, problems: unknown }, standing],
    ['changed', { ...other, problems: unknown }, { ...standing, movable: false }],
    ['refused', { ...row, place: '3' }, { ...standing, movable: false }],
    ['refused', other, { ...standing, status: 'received' }],
    ['unchanged', row, { ...standing, status: 'received' }],
    ['refused', row, { ...standing, status: 'withdrawn' }],
    ['refused', other, { ...standing, held: true }],
  ] as const)('%s', (status, given, portal) => {
    expect(judgeRow(given, portal).status).toBe(status)
  })
})
