import { describe, expect, it } from 'vitest'
import { TypedNumbers } from './typed-number.ts'

function numbersOf(...lines: string[]): (string | null)[] {
  const typed = new TypedNumbers()
  return lines.map((line) => typed.find(line, false)?.number ?? null)
}

describe('numbers typed at the start of a paragraph', () => {
  it.each([
    ['1. Objeto', '1.'],
    ['1.1 Las presentes especificaciones', '1.1'],
    ['2.5.1. Logotipo', '2.5.1.'],
    ['2.5.1 380 mm de ancho', '2.5.1'],
    ['3.2.- texto en minúsculas', '3.2.-'],
    ['4.-Texto sin espacio', '4.-'],
    ['(2) texto', '(2)'],
    ['a) texto', 'a)'],
    ['(b) texto', '(b)'],
    ['aa) texto', 'aa)'],
    ['i. texto', 'i.'],
    ['iv) texto', 'iv)'],
    ['I. Antecedentes', 'I.'],
    ['A. Antecedentes', 'A.'],
    ['Artículo 3. Los organismos', 'Artículo 3.'],
    ['ARTÍCULO 12.- Los organismos', 'ARTÍCULO 12.-'],
    ['Capítulo II. Disposiciones', 'Capítulo II.'],
    ['Anexo 1. Formatos', 'Anexo 1.'],
    ['Anexo A – Formatos', 'Anexo A'],
    ['PRIMERO. Se aprueba', 'PRIMERO.'],
    ['Cláusula tercera.- Las partes', 'Cláusula tercera.-'],
    ['Décimo Segundo. Publíquese', 'Décimo Segundo.'],
    ['DECIMO SEXTO.- Publíquese', 'DECIMO SEXTO.-'],
  ])('%s → %s', (line, number) => {
    expect(numbersOf(line)).toEqual([number])
  })

  it.each([
    '19.2% del total de consultas',
    '2.5 mm de ancho',
    '2.4 Millones de registros',
    '01.09.2017 Inicio del registro',
    '1º de julio de 2018',
    '14 de diciembre de 2017: de Nuevo Laredo',
    '2017. Año de la Constitución',
    '2018',
    '300 puntos por pulgada',
    '1,155 por ciudadanas',
    '811, 979 inserciones',
    '10:30 horas',
    'A. M. Favela Herrera',
    'C. Juan Pérez',
    'V. Carranza',
    'CC. Integrantes de la Comisión',
    'Artículo 342, párrafo 3, de la LGIPE',
    'Anexo 1 contiene los formatos',
    'anexo 3. texto',
    'Primero, se recibirán los sobres',
    'Segundos. Nada',
    'Bueno. Nada',
    '1.1',
    'e',
  ])('%s has none', (line) => {
    expect(numbersOf(line)).toEqual([null])
  })

  it('takes a doubtful number where it goes on from the last one', () => {
    expect(numbersOf('A. Antecedentes', 'B. Alcance', 'C. Vigencia')).toEqual(['A.', 'B.', 'C.'])
    expect(numbersOf('h. octavo', 'i. noveno')).toEqual([null, 'i.'])
    expect(numbersOf('IV) cuatro', 'V. Carranza')).toEqual(['IV)', null])
  })

  it('takes a bare number only in a heading', () => {
    expect(new TypedNumbers().find('2 Alcance', true)?.number).toBe('2')
    expect(new TypedNumbers().find('2 Alcance', false)).toBeNull()
    expect(new TypedNumbers().find('Anexo 1 Formatos', true)?.number).toBe('Anexo 1')
  })

  it('tells where the text begins', () => {
    expect(new TypedNumbers().find('1.1\u00a0\tTexto', false)).toEqual({ number: '1.1', rest: 5 })
  })
})
