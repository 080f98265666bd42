import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lookForPromise, type ClauseOfNext } from './promise.ts'

const BEFORE = 'El Sobre-PEP mide 380 mm de ancho y se imprime en papel bond.'
const AGREED = 'El Sobre-PEP mide 390 mm de ancho, medida exterior, y se imprime en papel bond.'
const clause = { identityId: 'ancho', text: BEFORE }
const next = (text: string, more: ClauseOfNext[] = []): ClauseOfNext[] => [
  { id: 'c1', identityId: 'ancho', text },
  ...more,
]
const found = (agreedText: string, clauses: ClauseOfNext[]) => lookForPromise({ agreedText, clause }, clauses)

describe('what was agreed', () => {
  test('is reflected where it stands word for word, whatever quotes, spaces and last stop', () => {
    expect(found(AGREED, next(AGREED))).toEqual({ result: 'reflected', clauseId: 'c1' })
    expect(found('Dice «PEP»', next('Uno. Dice  “PEP”. Dos.'))).toMatchObject({ result: 'reflected' })
    expect(found('medida exterior.', next(AGREED))).toMatchObject({ result: 'reflected' })
  })

  test('is reflected with changes where its new words are there, or where it went to another clause', () => {
    const reworded = 'El ancho del Sobre-PEP, como medida exterior, es de 390 mm.'
    expect(found(AGREED, next(reworded))).toEqual({ result: 'reflected_with_changes', clauseId: 'c1' })
    const moved: ClauseOfNext = { id: 'c2', identityId: 'otro', text: AGREED }
    expect(found(AGREED, next('Se deroga', [moved]))).toEqual({ result: 'reflected_with_changes', clauseId: 'c2' })
  })

  test('is not found in a clause that nobody touched, though most of its words were there before', () => {
    expect(found(AGREED, next(BEFORE))).toEqual({ result: 'not_found', clauseId: 'c1' })
    expect(found('se imprime en papel bond', next(BEFORE))).toMatchObject({ result: 'not_found' })
    expect(
      found('390', next('El Sobre-PEP mide 380 mm.', [{ id: 'c2', identityId: 'x', text: 'Oficio 390' }])),
    ).toEqual({
      result: 'not_found',
      clauseId: 'c1',
    })
  })

  test('is kept by a clause that stays, where that is what was agreed', () => {
    expect(found(BEFORE, next(BEFORE))).toMatchObject({ result: 'reflected' })
  })

  test('is nowhere where its clause is gone, or where it is drawn and not written', () => {
    expect(found(AGREED, [])).toEqual({ result: 'not_found', clauseId: null })
    const drawn = lookForPromise({ agreedText: 'Logotipo a la izquierda', clause: null }, next(BEFORE))
    expect(drawn).toEqual({ result: 'not_found', clauseId: null })
  })
})

test('a text put into its clause is always found there, and taking it out again never leaves it reflected', () => {
  const words = fc.array(fc.constantFrom('ancho', 'papel', 'sobre', 'tinta', 'folio', 'mide', '12', '380'), {
    minLength: 1,
    maxLength: 12,
  })
  const text = words.map((all) => all.join(' '))
  fc.assert(
    fc.property(text, text, text, (before, agreed, around) => {
      const made = { agreedText: `${agreed} acordado`, clause: { identityId: 'i', text: before } }
      const put = [{ id: 'c', identityId: 'i', text: `${around} ${made.agreedText} ${before}` }]
      expect(lookForPromise(made, put)).toEqual({ result: 'reflected', clauseId: 'c' })
      const left = [{ id: 'c', identityId: 'i', text: before }]
      expect(lookForPromise(made, left).result).toBe('not_found')
    }),
  )
})
