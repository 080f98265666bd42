import { describe, expect, it } from 'vitest'
import { abstractNum, inList, num, p, r } from './testing/build-docx.ts'
import { read } from './testing/read.ts'

const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`

const row = (cells: string[], properties = ''): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`

const table = (...rows: string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`

const clauseOf = (body: string, numbering = ''): ReturnType<typeof read>['clauses'][number] | undefined =>
  read({ body, numbering }).clauses[0]

describe('tables', () => {
  it('keep merged cells once, with the rows and columns they cover', () => {
    const clause = clauseOf(
      table(
        row([cell('Elección', '<w:gridSpan w:val="2"/>'), cell('Color')], '<w:tblHeader/>'),
        row([cell('Federal', '<w:vMerge w:val="restart"/>'), cell('Presidencia'), cell('Café')]),
        row([cell('', '<w:vMerge/>'), cell('Senadurías'), cell('Rosa')]),
        row([cell('Diputación')], '<w:gridBefore w:val="1"/>'),
      ),
    )
    expect(clause?.kind).toBe('table')
    expect(
      clause?.table?.rows.map(({ cells }) =>
        cells.map(({ text, columns, rows, header }) => [text, columns, rows, header]),
      ),
    ).toEqual([
      [
        ['Elección', 2, 1, true],
        ['Color', 1, 1, true],
      ],
      [
        ['Federal', 1, 2, false],
        ['Presidencia', 1, 1, false],
        ['Café', 1, 1, false],
      ],
      [
        ['Senadurías', 1, 1, false],
        ['Rosa', 1, 1, false],
      ],
      [
        ['', 1, 1, false],
        ['Diputación', 1, 1, false],
      ],
    ])
    expect(clause?.text).toBe('Elección\tColor\nFederal\tPresidencia\tCafé\nSenadurías\tRosa\n\tDiputación')
  })

  it('lose no word of a covered cell', () => {
    const clause = clauseOf(
      table(
        row([cell('Uno', '<w:vMerge w:val="restart"/>')]),
        row([cell('escondido', '<w:vMerge/>')]),
        row([cell('Dos')]),
      ),
    )
    expect(clause?.table?.rows[0]?.cells[0]).toMatchObject({ text: 'Uno\nescondido', rows: 2 })
  })

  it('keep marks, lines and the numbers of lists inside cells', () => {
    const numbering = abstractNum(0, [{ format: 'lowerLetter', text: '%1)' }]) + num(1, 0)
    const clause = clauseOf(
      table(row([cell(p('Uno', inList(1)) + p(r('dos', '<w:b/>'), inList(1)) + p(''))])),
      numbering,
    )
    expect(clause?.table?.rows[0]?.cells[0]).toMatchObject({
      text: 'a) Uno\nb) dos',
      marks: [{ kind: 'bold', start: 10, end: 13 }],
    })
    expect(clause?.text).toBe('a) Uno b) dos')
  })

  it('flatten a table inside a cell without losing words', () => {
    const inner = table(row([cell('a'), cell('b')]), row([cell('c'), cell('d')]))
    const clause = clauseOf(table(row([cell(p('Antes') + inner + p('Después')), cell('x')])))
    expect(clause?.table?.rows[0]?.cells.map(({ text }) => text)).toEqual(['Antes\na\tb\nc\td\nDespués', 'x'])
    expect(clause?.text).toBe('Antes a b c d Después\tx')
  })

  it('are left out when they hold no words', () => {
    expect(read({ body: table(row([cell(''), cell('')])) + p('Texto') }).clauses.map(({ text }) => text)).toEqual([
      'Texto',
    ])
  })

  it('survive absurd spans', () => {
    const clause = clauseOf(
      table(row([cell('a', '<w:gridSpan w:val="4000000000"/>'), cell('b', '<w:gridSpan w:val="-3"/>')])),
    )
    expect(clause?.table?.rows[0]?.cells.map(({ columns }) => columns)).toEqual([63, 1])
  })
})
