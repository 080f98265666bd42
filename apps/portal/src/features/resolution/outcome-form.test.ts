import { DISPOSITIONS } from '@portal/domain'
import { expect, test } from 'vitest'
import { choose, formOf, gapsOf, gapsSentence, outcomeOf, sameMeaning } from './outcome-form.ts'

const empty = formOf(null)

test('only "Procede" takes over what the OPL asks for, and only where nothing was written', () => {
  expect(DISPOSITIONS.map((disposition) => choose(empty, disposition, 'Lo pedido').agreedText)).toEqual([
    'Lo pedido',
    '',
    '',
    '',
  ])
  const written = { ...empty, agreedText: 'Lo escrito' }
  expect(DISPOSITIONS.map((disposition) => choose(written, disposition, 'Lo pedido').agreedText)).toEqual(
    DISPOSITIONS.map(() => 'Lo escrito'),
  )
})

test('a change of mind after "Procede" does not leave an agreed text with what is rejected', () => {
  const changed = choose(choose(empty, 'accepted', 'Lo pedido'), 'rejected', 'Lo pedido')
  expect(outcomeOf({ ...changed, reason: ' Por norma ' })).toEqual({
    disposition: 'rejected',
    reason: 'Por norma',
    agreedText: '',
    answeredBy: null,
  })
  // Nor is it lost should the person come back.
  expect(choose(changed, 'partly_accepted', 'Lo pedido').agreedText).toBe('Lo pedido')
})

test('without a sentido there is no outcome, but what was written is a change', () => {
  const written = { ...empty, reason: 'Algo' }
  expect(outcomeOf(written)).toBeNull()
  expect(sameMeaning(written, empty)).toBe(false)
})

test('blanks around a text are no change', () => {
  expect(sameMeaning({ ...empty, reason: 'Algo \n' }, { ...empty, reason: 'Algo' })).toBe(true)
})

test('what is missing is said in words', () => {
  expect(gapsSentence(gapsOf(empty))).toBe('Le falta el sentido.')
  expect(gapsSentence(gapsOf({ ...empty, disposition: 'partly_accepted' }))).toBe(
    'Le falta la razón y el texto acordado.',
  )
  expect(gapsSentence(gapsOf({ ...empty, disposition: 'accepted', agreedText: 'Sí' }))).toBeNull()
})
