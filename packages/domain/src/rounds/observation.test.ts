import { describe, expect, test } from 'vitest'
import { DISPOSITIONS, outcomeGaps, type Outcome } from './observation.ts'

const outcome = (changed: Partial<Outcome>): Outcome => ({
  disposition: 'accepted',
  reason: '',
  agreedText: '',
  answeredBy: null,
  ...changed,
})

describe('what an outcome lacks', () => {
  test('is everything while there is none', () => {
    expect(outcomeGaps(null)).toEqual(['NO_DISPOSITION'])
  })

  test('of an empty one, by its disposition', () => {
    expect(outcomeGaps(outcome({ disposition: 'accepted' }))).toEqual(['NO_AGREED_TEXT'])
    expect(outcomeGaps(outcome({ disposition: 'partly_accepted' }))).toEqual(['NO_REASON', 'NO_AGREED_TEXT'])
    expect(outcomeGaps(outcome({ disposition: 'rejected' }))).toEqual(['NO_REASON'])
    expect(outcomeGaps(outcome({ disposition: 'answered_elsewhere' }))).toEqual([
      'NO_REASON',
      'NO_ANSWERING_OBSERVATION',
    ])
  })

  test('is nothing once all is there, whatever the disposition', () => {
    for (const disposition of DISPOSITIONS) {
      const whole = outcome({ disposition, reason: 'Por claridad', agreedText: 'El sobre', answeredBy: 3 })
      expect(outcomeGaps(whole)).toEqual([])
    }
  })

  test('is not filled by blanks', () => {
    expect(outcomeGaps(outcome({ disposition: 'partly_accepted', reason: ' ', agreedText: '\n' }))).toHaveLength(2)
  })
})
