import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Outcome } from './observation.ts'
import { outcomeBefore, type OutcomeStep } from './outcome-history.ts'

const because = (reason: string): Outcome => ({ disposition: 'rejected', reason, agreedText: '', answeredBy: null })
const given = (reason: string): OutcomeStep => ({ kind: 'given', outcome: because(reason) })
const UNDONE: OutcomeStep = { kind: 'undone' }

test.each([
  ['nothing was given', [], null],
  ['the first stands', [given('a')], null],
  ['the second stands', [given('a'), given('b')], 'a'],
  ['the second was taken back', [given('a'), given('b'), UNDONE], null],
  ['another was given after that', [given('a'), given('b'), UNDONE, given('c')], 'a'],
  ['all were taken back, and one given', [given('a'), UNDONE, given('b')], null],
] as const)('%s', (_case, steps, reason) => {
  expect(outcomeBefore(steps)).toEqual(reason === null ? null : because(reason))
})

test('what is given and taken back leaves no trace, whatever went before', () => {
  const step = fc.oneof(fc.string().map(given), fc.constant(UNDONE))
  fc.assert(
    fc.property(fc.array(step), fc.array(fc.string()), (before, passing) => {
      const undone = passing.map(() => UNDONE)
      expect(outcomeBefore([...before, ...passing.map(given), ...undone])).toEqual(outcomeBefore(before))
    }),
  )
})
