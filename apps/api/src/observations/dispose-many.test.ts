import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { aReview } from '../../testing/review.ts'
import { verifyAll } from '../acts/verify.ts'
import { closeDueRounds } from '../rounds/close-due-rounds.ts'

const CHIAPAS = people.liaison('chis')

let product: TestProduct
let review: Awaited<ReturnType<typeof aReview>>
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

/** A closed round of Chiapas: two spellings, and one that asks for no text. */
beforeEach(async () => {
  product.clock.set(product.clock.startedWith)
  review = await aReview(product, { recipients: ['chis'] })
  await review.start(CHIAPAS)
  for (const shouldSay of ['Papel', 'Sobre', '']) await review.draft(CHIAPAS, { type: 'spelling', shouldSay })
  await review.send(CHIAPAS)
  product.clock.set('2017-12-25T06:00:00.000Z')
  await closeDueRounds(product.deps)
})

type Outcome = { disposition: 'accepted' | 'rejected'; reason: string; agreedText: string | null }
const AS_ASKED: Outcome = { disposition: 'accepted', reason: '', agreedText: null }

const seenOf = async (...numbers: number[]) =>
  (await review.list())
    .filter(({ number }) => number !== null && numbers.includes(number))
    .map(({ id, recordVersion: seen }) => ({ id, seen }))
const disposeMany = (observations: { id: string; seen: number }[], outcome: Outcome, key = randomUUID()) =>
  product.as(people.COORDINATOR).observations.disposeMany({ key, roundId: review.roundId, observations, outcome })
const outcomes = async () => (await review.list()).map(({ outcome }) => outcome?.agreedText ?? null)

test('each takes as agreed what its OPL asked for, with an act on its own record', async () => {
  await disposeMany(await seenOf(1, 2), AS_ASKED)
  expect(await outcomes()).toEqual(['Papel', 'Sobre', null])
  expect(await review.round()).toMatchObject({ withoutOutcome: 1 })
  for (const { id: recordId, number } of (await review.list()).slice(0, 2)) {
    const { rows } = await product.as(people.COORDINATOR).evidence.trail({ recordId })
    expect(rows[0]).toMatchObject({
      verb: 'observations.dispose',
      details: expect.arrayContaining([{ label: 'Observación', value: String(number) }]),
    })
  }
  expect((await verifyAll(product.deps.pool)).broken).toBeNull()
})

test('one reason for all', async () => {
  await disposeMany(await seenOf(1, 2, 3), { disposition: 'rejected', reason: 'Por ley', agreedText: '' })
  expect((await review.list()).map(({ outcome }) => outcome?.reason)).toEqual(['Por ley', 'Por ley', 'Por ley'])
})

test('none at all when one asks for no text, was changed, or is twice in the list', async () => {
  await expectRefusal(disposeMany(await seenOf(1, 2, 3), AS_ASKED), { code: 'NOTHING_ASKED_FOR', number: 3 })
  const before = await seenOf(1, 2)
  await disposeMany(await seenOf(2), { ...AS_ASKED, agreedText: 'Otro' })
  await expectRefusal(disposeMany(before, AS_ASKED), { code: 'CHANGED_MEANWHILE', number: 2, recordVersion: 3 })
  await expect(disposeMany([...before.slice(0, 1), ...before.slice(0, 1)], AS_ASKED)).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
  expect(await outcomes()).toEqual([null, 'Otro', null])
})

test('a repetition with the same key changes nothing', async () => {
  const [key, observations] = [randomUUID(), await seenOf(1, 2)]
  const first = await disposeMany(observations, AS_ASKED, key)
  expect(await disposeMany(observations, AS_ASKED, key)).toEqual(first)
  expect((await seenOf(1))[0]?.seen).toBe((observations[0]?.seen ?? 0) + 1)
})

test('the board counts them', async () => {
  await disposeMany(await seenOf(1, 2), AS_ASKED)
  const { rows } = await product.as(people.COORDINATOR).rounds.board({ id: review.roundId })
  expect(rows.map(({ status, disposition, count }) => [status, disposition, count])).toEqual([
    ['proposed', 'accepted', 2],
    ['received', '', 1],
  ])
})
