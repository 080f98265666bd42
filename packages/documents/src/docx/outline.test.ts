import { describe, expect, it } from 'vitest'
import { abstractNum, inList, num, p } from './testing/build-docx.ts'
import { outlineOf, read } from './testing/read.ts'

const styles = [1, 2, 3]
  .map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="T${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`,
  )
  .join('')
const numbering =
  abstractNum(0, [
    { format: 'bullet', text: '•' },
    { format: 'bullet', text: '-' },
  ]) +
  abstractNum(1, [
    { format: 'decimal', text: '%1.' },
    { format: 'lowerLetter', text: '%2)' },
  ]) +
  num(1, 0) +
  num(2, 1)

const heading = (level: number, text: string): string => p(text, `<w:pStyle w:val="T${level}"/>`)

const outline = (...blocks: string[]): string[] =>
  outlineOf(
    read({ body: blocks.map((block) => (block.startsWith('<') ? block : p(block))).join(''), styles, numbering })
      .clauses,
  )

describe('depth', () => {
  it('follows headings', () => {
    expect(
      outline(heading(1, 'Uno'), 'Texto de uno.', heading(2, 'Dos'), 'Texto.', heading(3, 'Tres'), heading(1, 'Otro')),
    ).toEqual(['Uno', '  Texto de uno.', '  Dos', '    Texto.', '    Tres', 'Otro'])
  })

  it('never jumps more than one level', () => {
    expect(outline(heading(3, 'Tres'), heading(1, 'Uno'), heading(3, 'Tres'))).toEqual(['Tres', 'Uno', '  Tres'])
  })

  it('follows the parts of typed numbers, even where one is missing', () => {
    expect(
      outline('1. Uno', '1.1 Uno uno.', 'Sigue.', '1.1.1 Uno uno uno.', '1.3.1 Falta.', '2. Dos', '2.1 Dos uno.'),
    ).toEqual([
      '1. Uno',
      '  1.1 Uno uno.',
      '    Sigue.',
      '    1.1.1 Uno uno uno.',
      '  1.3.1 Falta.',
      '2. Dos',
      '  2.1 Dos uno.',
    ])
  })

  it('follows the levels of a list of Word', () => {
    const at = (level: number): string => p('Texto.', inList(2, level))
    expect(outline(at(0), at(1), at(1), at(0), at(1))).toEqual([
      '1. Texto.',
      '  a) Texto.',
      '  b) Texto.',
      '2. Texto.',
      '  a) Texto.',
    ])
  })

  it('puts bullets of both levels under what announces them', () => {
    const at = (level: number, text: string): string => p(text, inList(1, level))
    expect(
      outline('1.1 Llevará:', at(0, 'uno;'), at(1, 'dos;'), at(0, 'tres.'), '1.2 Otra.', 'Anuncio:', at(0, 'cuatro.')),
    ).toEqual(['1.1 Llevará:', '  uno;', '    dos;', '  tres.', '1.2 Otra.', '  Anuncio:', '    cuatro.'])
  })

  it('reads i) as a letter after h) and as a roman numeral where it begins', () => {
    expect(
      outline('1.1 Llevará:', ...'abcdefghij'.split('').map((letter) => `${letter}) ${letter}.`)).slice(-2),
    ).toEqual(['  i) i.', '  j) j.'])
    expect(outline('1.1 Llevará:', 'a) Uno:', 'i) uno;', 'ii) dos.', 'b) Dos.')).toEqual([
      '1.1 Llevará:',
      '  a) Uno:',
      '    i) uno;',
      '    ii) dos.',
      '  b) Dos.',
    ])
  })

  it('keeps articles under chapters and fractions under articles', () => {
    expect(
      outline(
        'Capítulo I. Disposiciones',
        'Artículo 1. Uno:',
        'I. Fracción;',
        'II. Fracción.',
        'Artículo 2. Dos.',
        'Sigue.',
        'Capítulo II. Otras',
        'Artículo 3. Tres.',
      ),
    ).toEqual([
      'Capítulo I. Disposiciones',
      '  Artículo 1. Uno:',
      '    I. Fracción;',
      '    II. Fracción.',
      '  Artículo 2. Dos.',
      '    Sigue.',
      'Capítulo II. Otras',
      '  Artículo 3. Tres.',
    ])
  })
})
