import { unzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { outlineOf, read } from './testing/read.ts'

const file = (name: string): Uint8Array => readFileSync(new URL(`../../test-files/docx/${name}.docx`, import.meta.url))

/** Read in another way than the reader under test does: w:t by w:t, paragraph by paragraph, with expressions only. */
function wordsOfXml(bytes: Uint8Array): string[] {
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return [...xml.matchAll(/<w:p[ >][\s\S]*?<\/w:p>/g)].flatMap(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br|tab)[ /]/g)]
      .map((match) => (match[2] === undefined ? (match[1] ?? '') : ' '))
      .join('')
      .replaceAll(/&(\w+);/g, (_, name: string) => entities[name] ?? '')
      .normalize('NFC')
      .split(/\s+/)
      .filter((word) => word !== ''),
  )
}

function wordsOut(bytes: Uint8Array, titleIsClause: boolean): string[] {
  const { title, clauses } = read(bytes)
  const texts = clauses.flatMap(({ number, numberOrigin, text, table }) => [
    numberOrigin === 'typed' ? (number ?? '') : '',
    ...(table ? table.rows.flatMap(({ cells }) => cells.map((cell) => cell.text)) : [text]),
  ])
  return [titleIsClause ? '' : title, ...texts].flatMap((text) => text.split(/\s+/)).filter((word) => word !== '')
}

describe('the specification of the PEP', () => {
  const bytes = file('especificaciones-pep-v1')
  const { title, clauses, findings } = read(bytes)
  const outline = outlineOf(clauses)

  it('keeps every word, in order', () => {
    const words = wordsOfXml(bytes)
    expect(words.length).toBeGreaterThan(700)
    expect(wordsOut(bytes, false)).toEqual(words)
  })

  it('takes its title from the style', () => {
    expect(title).toMatch(/^Propuesta de especificaciones técnicas del diseño .* \(PEP\)$/)
    expect(outline[0]).toBe('Voto de las y los Mexica')
  })

  it('nests typed numbers, lists and tables', () => {
    expect(outline.slice(1, 13)).toEqual([
      '1. Disposiciones generales',
      '  1.1 Las presentes especifica',
      '  1.2 El PEP se integra por lo',
      '    a) Sobre-PEP;',
      '    b) Sobre-Postal-Voto;',
      '    c) Sobres-Voto, uno por cad',
      '    d) Boletas electorales, e',
      '    e) Instructivo para el ejer',
      '  1.3 Los elementos federales ',
      '  1.4 El número de Sobres-Voto',
      '    Entidad',
      '2. Sobre-PEP',
    ])
    expect(outline.slice(17, 22)).toEqual([
      '  2.5 Contenido del anverso.',
      '    2.5.1 Logotipo del Instituto y',
      '    2.5.2 Leyenda: «Material elect',
      '    2.5.3 Recuadro para la etiquet',
      '  2.6 Cierre. Adhesivo permane',
    ])
    expect(outline).toContain('    iv. cómo cerrar el Sobre-Pos')
  })

  it('tells typed numbers from automatic ones', () => {
    const origins = new Map(clauses.map(({ number, numberOrigin }) => [number, numberOrigin]))
    expect(['1.', '2.5.1', 'a)', 'i.', null].map((number) => origins.get(number))).toEqual([
      'typed',
      'typed',
      'automatic',
      'automatic',
      'none',
    ])
    expect(clauses.filter(({ kind }) => kind === 'heading').map(({ number }) => number)).toEqual([
      '1.',
      '2.',
      '3.',
      '4.',
      '5.',
      '6.',
    ])
  })

  it('reads tables with their header', () => {
    const [seats, colours] = clauses.filter(({ kind }) => kind === 'table')
    expect(seats?.table?.rows).toHaveLength(8)
    expect(seats?.table?.rows[0]?.cells.map(({ text, header }) => [text, header])).toEqual([
      ['Entidad', true],
      ['Elecciones federales', true],
      ['Elecciones locales', true],
      ['Sobres-Voto por PEP', true],
    ])
    expect(seats?.text.split('\n')[4]).toBe('Jalisco\tPresidencia, Senadurías\tGubernatura, Diputación\t4')
    expect(colours?.table?.rows[3]?.cells[1]?.text).toBe('El que determine cada OPL, distinto de los federales')
  })

  it('moves emphasis with the text behind the number', () => {
    const clause = clauses.find(({ number }) => number === '2.1')
    expect(clause?.text).toMatch(/^Función\. Contenedor/)
    expect(clause?.marks).toEqual([{ kind: 'bold', start: 0, end: 8 }])
  })

  it('has nothing to report', () => {
    expect(findings).toEqual([])
  })
})

describe('the progress report of December 2017', () => {
  const bytes = file('informe-diciembre-2017')
  const { clauses, findings } = read(bytes)
  const outline = outlineOf(clauses)

  it('keeps every word, in order', () => {
    const words = wordsOfXml(bytes)
    expect(words.length).toBeGreaterThan(7000)
    expect(wordsOut(bytes, true)).toEqual(words)
  })

  it('counts the numbers that are nowhere in the text', () => {
    const automatic = clauses.filter(({ numberOrigin }) => numberOrigin === 'automatic').map(({ number }) => number)
    expect(automatic).toHaveLength(103)
    expect(automatic.slice(0, 16).join(' ')).toBe('1. 2. 3. a) b) c) a) b) c) d) e) f) a) b) c) 2.')
    expect(automatic.slice(-14).join(' ')).toBe('1. 2. 3. b) 1. 2. 3. c) d) e) f) g) h) i)')
  })

  it('finds the typed numbers of its parts and nothing else', () => {
    const typed = clauses.filter(({ numberOrigin }) => numberOrigin === 'typed').map(({ number }) => number)
    expect(typed.join(' ')).toBe('2.1. 2.1.1. 2.1.2. 2.1.3. 2.1.4. 2.2. 2.3. 2.3.1. 2.3.2. 2.4. 2.5.')
  })

  it('leaves quantities and dates in the text', () => {
    const texts = clauses.map(({ text }) => text)
    expect(texts.some((text) => text.startsWith('19.2% del total de consultas'))).toBe(true)
    expect(texts.some((text) => text.startsWith('14 de diciembre de 2017: de Nuevo Laredo'))).toBe(true)
  })

  it('nests lists under what announces them, across the paragraphs between their items', () => {
    const from = outline.findIndex((line) => line.includes('2.1.1. Secretaría'))
    expect(outlineOf(clauses, 12).slice(from - 3, from + 10)).toEqual([
      '2. Avances Gene',
      '  En el presen',
      '  2.1. Dirección Ej',
      '    2.1.1. Secretaría T',
      '      En virtud de',
      '      De esta form',
      '        1. En el mes qu',
      '        2. Este documen',
      '        3. El 21 de dic',
      '        4. A fin de ate',
      '          Comisión, la',
      '        5. Dicho Acuerd',
      '        6. Por otro lad',
    ])
  })

  it('puts paragraphs under the list items that are their titles', () => {
    const at = outline.findIndex((line) => line.trim() === 'SIVE')
    expect(outlineOf(clauses, 12).slice(at - 2, at + 3)).toEqual([
      '        h) Verificación',
      '          La informaci',
      '      SIVE',
      '        a) Recepción de',
      '          A partir del',
    ])
  })

  it('keeps its links', () => {
    const links = clauses.flatMap(({ text, marks }) =>
      marks.flatMap((mark) => (mark.kind === 'link' ? [[text.slice(mark.start, mark.end), mark.href]] : [])),
    )
    const address = 'https://votoextranjero.ine.mx/registro/app/ciudadano/login'
    expect(links).toEqual([
      [address, address],
      [address, address],
    ])
  })

  it('reports that the number 2 comes again after 3', () => {
    const avances = clauses.filter(({ text }) => text === 'Avances Generados')
    expect(findings).toEqual([{ code: 'REPEATED_NUMBER', clauseKey: avances[0]?.key, excerpt: '2. Avances Generados' }])
  })
})
