import { expect, test } from 'vitest'
import { createIntention } from './intention.ts'

const counted = () => {
  let count = 0
  return createIntention(() => `key-${++count}`)
}

test('a retry of the same intention keeps its key', () => {
  const intention = counted()
  expect(intention.keyFor({ roundId: 'a', seen: 1 })).toBe('key-1')
  expect(intention.keyFor({ roundId: 'a', seen: 1 })).toBe('key-1')
})

test('meaning something else takes a new key', () => {
  const intention = counted()
  intention.keyFor({ roundId: 'a', reason: 'uno' })
  expect(intention.keyFor({ roundId: 'a', reason: 'dos' })).toBe('key-2')
})

test('once answered the same act again is a new intention', () => {
  const intention = counted()
  intention.keyFor({ roundId: 'a' })
  intention.answered()
  expect(intention.keyFor({ roundId: 'a' })).toBe('key-2')
})
