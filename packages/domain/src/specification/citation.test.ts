import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationOf, citationsOf } from './citation.ts'
import type { ClauseContent, ClauseKind } from './clause.ts'

type Line = [depth: number, number: string | null, kind?: ClauseKind, text?: string]

const clausesOf = (lines: readonly Line[]): ClauseContent[] =>
  lines.map(([depth, number, kind = 'paragraph', text = 'Texto']) => ({
    kind,
    number,
    numberOrigin: number === null ? 'none' : 'typed',
    depth,
    text,
    marks: [],
    table: null,
  }))

describe('citations', () => {
  it('say of which of two equal numbers a clause is part', () => {
    expect(
      citationsOf(
        clausesOf([
          [0, '2.'],
          [0, '2.'],
          [1, null],
          [1, 'a)'],
        ]),
      ),
    ).toEqual(['2', '2 (2)', '2 (2) · párrafo 1', '2 (2) a)'])
    const annexes = clausesOf([
      [0, '1.1'],
      [0, 'Anexo A'],
      [1, '1.1'],
      [2, 'a)'],
    ])
    expect(citationsOf(annexes)).toEqual(['1.1', 'Anexo A', 'Anexo A 1.1', 'Anexo A 1.1 a)'])
  })

  it('join numbers along the ancestors where the number alone does not say it', () => {
    const clauses = clausesOf([
      [0, null],
      [0, '1.', 'heading'],
      [1, '1.1'],
      [2, 'a)', 'list_item'],
      [3, 'i.', 'list_item'],
      [2, 'b)', 'list_item'],
      [1, '1.4'],
      [2, null, 'table'],
      [0, '2.', 'heading'],
      [1, null],
      [1, null],
      [2, '1.', 'list_item'],
      [2, null, 'list_item'],
      [1, '2.5.1.'],
      [0, 'Artículo 3.'],
      [1, 'II.'],
      [1, 'Nota 1'],
      [0, 'PRIMERO.'],
    ])
    expect(citationsOf(clauses)).toEqual([
      'párrafo 1',
      '1',
      '1.1',
      '1.1 a)',
      '1.1 a) i.',
      '1.1 b)',
      '1.4',
      '1.4 · tabla 1',
      '2',
      '2 · párrafo 1',
      '2 · párrafo 2',
      '2 1.',
      '2 · viñeta 1',
      '2.5.1',
      'Artículo 3',
      'Artículo 3 II.',
      'Nota 1',
      'PRIMERO',
    ])
    expect(citationOf(clauses, 3)).toBe('1.1 a)')
  })

  it('name headings without a number by their words', () => {
    const long = 'Instructivo para el ejercicio del voto y su envío desde el extranjero'
    expect(
      citationsOf(
        clausesOf([
          [0, null, 'heading', 'Antecedentes'],
          [1, null],
          [0, null, 'heading', long],
          [1, null],
        ]),
      ),
    ).toEqual([
      '«Antecedentes»',
      '«Antecedentes» · párrafo 1',
      '«Instructivo para el ejercicio del voto…»',
      '«Instructivo para el ejercicio del voto…» · párrafo 1',
    ])
  })

  it('name what is between only where two would be equal', () => {
    const lists = clausesOf([
      [0, '2.1'],
      [1, null],
      [2, 'a)', 'list_item'],
      [1, null],
      [2, 'a)', 'list_item'],
      [2, 'b)', 'list_item'],
    ])
    expect(citationsOf(lists)).toEqual([
      '2.1',
      '2.1 · párrafo 1',
      '2.1 · párrafo 1 a)',
      '2.1 · párrafo 2',
      '2.1 · párrafo 2 a)',
      '2.1 · párrafo 2 b)',
    ])
  })

  it('tell repeated numbers apart', () => {
    expect(
      citationsOf(
        clausesOf([
          [0, '2.'],
          [0, '2.'],
          [0, '2.1'],
          [0, '2.1'],
        ]),
      ),
    ).toEqual(['2', '2 (2)', '2.1', '2.1 (2)'])
  })

  it('are all different', () => {
    const line = fc.tuple(
      fc.nat(4),
      fc.constantFrom(null, null, '1.', '1.1', 'a)', 'a) (2)', 'Nota 1', '2'),
      fc.constantFrom<ClauseKind>('heading', 'paragraph', 'list_item', 'table'),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const citations = citationsOf(clausesOf(lines))
        expect(new Set(citations).size).toBe(lines.length)
        expect(citations.every((citation) => citation !== '')).toBe(true)
      }),
    )
  })
})
