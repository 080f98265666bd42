import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LevelSpec } from './testing/build-docx.ts'
import { abstractNum, inList, num, p, startOverride } from './testing/build-docx.ts'
import { read } from './testing/read.ts'

const numbersOf = (numbering: string, paragraphs: string[], styles?: string): (string | null)[] =>
  read({ numbering, body: paragraphs.join(''), ...(styles === undefined ? {} : { styles }) }).clauses.map(
    ({ number }) => number,
  )

const list = (numId: number, ...levels: number[]): string[] => levels.map((level) => p('Texto.', inList(numId, level)))

const MULTILEVEL: LevelSpec[] = [
  { format: 'decimal', text: '%1.' },
  { format: 'decimal', text: '%1.%2' },
  { format: 'lowerLetter', text: '%3)' },
]

describe('automatic numbers', () => {
  it.each([
    ['decimal', '1 2 3 4'],
    ['decimalZero', '01 02 03 04'],
    ['lowerLetter', 'a b c d'],
    ['upperLetter', 'A B C D'],
    ['lowerRoman', 'i ii iii iv'],
    ['upperRoman', 'I II III IV'],
    ['ordinal', '1º 2º 3º 4º'],
    ['ordinalText', 'Primero Segundo Tercero Cuarto'],
    ['chineseCounting', '1 2 3 4'],
  ])('are written as %s', (format, expected) => {
    const numbering = abstractNum(0, [{ format, text: '%1' }]) + num(1, 0)
    expect(numbersOf(numbering, list(1, 0, 0, 0, 0)).join(' ')).toBe(expected)
  })

  it('go on after z as Word does', () => {
    const numbering = abstractNum(0, [{ format: 'lowerLetter', text: '%1)', start: 26 }]) + num(1, 0)
    expect(numbersOf(numbering, list(1, 0, 0, 0))).toEqual(['z)', 'aa)', 'bb)'])
  })

  it('restart inside each outer number', () => {
    const numbering = abstractNum(0, MULTILEVEL) + num(1, 0)
    expect(numbersOf(numbering, list(1, 0, 1, 2, 2, 1, 2, 0, 1)).join(' ')).toBe('1. 1.1 a) b) 1.2 a) 2. 2.1')
  })

  it('take an outer level that never came as begun', () => {
    const numbering = abstractNum(0, MULTILEVEL) + num(1, 0)
    expect(numbersOf(numbering, list(1, 1, 1, 0))).toEqual(['1.1', '1.2', '2.'])
  })

  it('restart only where the level says so', () => {
    const never = MULTILEVEL.map((level, index) =>
      index === 2 ? { ...level, extra: '<w:lvlRestart w:val="0"/>' } : level,
    )
    const outermost = MULTILEVEL.map((level, index) =>
      index === 2 ? { ...level, extra: '<w:lvlRestart w:val="1"/>' } : level,
    )
    const paragraphs = list(1, 0, 1, 2, 1, 2, 0, 2)
    expect(numbersOf(abstractNum(0, never) + num(1, 0), paragraphs).join(' ')).toBe('1. 1.1 a) 1.2 b) 2. c)')
    expect(numbersOf(abstractNum(0, outermost) + num(1, 0), paragraphs).join(' ')).toBe('1. 1.1 a) 1.2 b) 2. a)')
  })

  it('show all levels as decimals in legal style', () => {
    const levels = [
      { format: 'upperRoman', text: 'Capítulo %1' },
      { format: 'decimal', text: '%1.%2', extra: '<w:isLgl/>' },
    ]
    expect(numbersOf(abstractNum(0, levels) + num(1, 0), list(1, 0, 0, 1))).toEqual([
      'Capítulo I',
      'Capítulo II',
      '2.1',
    ])
  })

  it('count together when lists share a definition, and begin anew once where a list says so', () => {
    const numbering = abstractNum(0, MULTILEVEL) + num(1, 0) + num(2, 0) + num(3, 0, startOverride(0, 5))
    const paragraphs = [...list(1, 0, 0), ...list(2, 0), ...list(3, 0, 0), ...list(1, 0)]
    expect(numbersOf(numbering, paragraphs)).toEqual(['1.', '2.', '3.', '5.', '6.', '7.'])
  })

  it('follow a level that a list redefines', () => {
    const override =
      '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1 -"/></w:lvl></w:lvlOverride>'
    expect(numbersOf(abstractNum(0, MULTILEVEL) + num(1, 0, override), list(1, 0, 0))).toEqual(['IV -', 'V -'])
  })

  it('come from the style, at the level that names the style', () => {
    const styles = [
      '<w:style w:type="paragraph" w:styleId="Uno"><w:name w:val="Uno"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="Dos"><w:name w:val="Dos"/><w:basedOn w:val="Uno"/></w:style>',
    ].join('')
    const levels = MULTILEVEL.map((level, index) =>
      index === 1 ? { ...level, extra: '<w:pStyle w:val="Dos"/>' } : level,
    )
    const paragraphs = ['Uno', 'Dos', 'Dos'].map((style) => p('Texto.', `<w:pStyle w:val="${style}"/>`))
    const removed = p('Sin número.', '<w:pStyle w:val="Dos"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    const numbers = numbersOf(abstractNum(0, levels) + num(1, 0), [...paragraphs, removed], styles)
    expect(numbers).toEqual(['1.', '1.1', '1.2', null])
  })

  it('come through a list style, and survive styles that point at each other', () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="Lista"><w:name w:val="Lista"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
    const linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Lista"/></w:abstractNum>'
    const target = abstractNum(0, MULTILEVEL, '<w:styleLink w:val="Lista"/>')
    expect(numbersOf(target + linked + num(1, 1) + num(7, 0), list(1, 0, 1), styles)).toEqual(['1.', '1.1'])
    expect(numbersOf(linked + num(1, 1) + num(7, 1), list(1, 0), styles)).toEqual([null])
  })

  it('leave bullets without a number', () => {
    const numbering = abstractNum(0, [{ format: 'bullet', text: '•' }]) + num(1, 0)
    const { clauses } = read({ numbering, body: list(1, 0, 0).join('') })
    expect(clauses.map(({ kind, number, numberOrigin }) => [kind, number, numberOrigin])).toEqual([
      ['list_item', null, 'none'],
      ['list_item', null, 'none'],
    ])
  })

  it('agree with plain counting for any nesting and any formats', () => {
    const reference: Record<string, (value: number) => string> = {
      decimal: String,
      decimalZero: (value) => (value < 10 ? `0${value}` : String(value)),
      lowerLetter: (value) => 'abcdefghijklmnopqrstuvwxyz'.charAt(value - 1),
      upperLetter: (value) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(value - 1),
      lowerRoman: (value) => ROMAN[value] ?? '',
      upperRoman: (value) => (ROMAN[value] ?? '').toUpperCase(),
    }
    const format = fc.constantFrom(...Object.keys(reference))
    const scenario = fc.record({
      formats: fc.tuple(format, format, format, format),
      starts: fc.tuple(...[1, 2, 3, 4].map(() => fc.integer({ min: 1, max: 3 }))),
      steps: fc.array(fc.integer({ min: -3, max: 1 }), { minLength: 1, maxLength: 20 }),
    })
    fc.assert(
      fc.property(scenario, ({ formats, starts, steps }) => {
        const levels = formats.map((name, level) => ({
          format: name,
          start: starts[level] ?? 1,
          text: Array.from({ length: level + 1 }, (_, index) => `%${index + 1}`).join('.'),
        }))
        const path: number[] = []
        const expected: string[] = []
        const depths = steps.reduce<number[]>((all, step) => {
          const last = all.at(-1)
          return [...all, last === undefined ? 0 : Math.min(3, Math.max(0, last + step))]
        }, [])
        for (const depth of depths) {
          path.length = Math.min(path.length, depth + 1)
          path[depth] = path[depth] === undefined ? (starts[depth] ?? 1) : path[depth] + 1
          expected.push(path.map((value, level) => reference[formats[level] ?? 'decimal']?.(value)).join('.'))
        }
        expect(numbersOf(abstractNum(0, levels) + num(1, 0), list(1, ...depths))).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })
})

const ROMAN = ' i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii'.split(' ')
