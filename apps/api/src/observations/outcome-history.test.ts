import { randomUUID } from 'node:crypto'
import type { DisposeObservationInput } from '@portal/contracts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { aReview } from '../../testing/review.ts'
import { closeDueRounds } from '../rounds/close-due-rounds.ts'
import { roundFacts } from '../rounds/facts.ts'

const CHIAPAS = people.liaison('chis')
const DECEYEC = 'enlace.deceyec@demo.test'

type Outcome = z.input<typeof DisposeObservationInput>['outcome']
const REJECTED: Outcome = { disposition: 'rejected', reason: 'Por ley', agreedText: '', answeredBy: null }
const ACCEPTED: Outcome = { disposition: 'accepted', reason: '', agreedText: 'medida exterior', answeredBy: null }

let product: TestProduct
let review: Awaited<ReturnType<typeof aReview>>
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

/** A round of Chiapas with one observation, closed. */
beforeEach(async () => {
  product.clock.set(product.clock.startedWith)
  review = await aReview(product, { recipients: ['chis'] })
  await review.start(CHIAPAS)
  await review.draft(CHIAPAS)
  await review.send(CHIAPAS)
  product.clock.set('2017-12-25T06:00:00.000Z')
  await closeDueRounds(product.deps)
})

const api = (who: string = people.COORDINATOR) => product.as(who).observations
async function standing() {
  const [one] = await review.list()
  if (!one) throw new Error('there is no observation')
  return one
}
async function onIt() {
  const { id, recordVersion: seen } = await standing()
  return { key: randomUUID(), id, seen }
}
const dispose = async (outcome: Outcome) => api().dispose({ ...(await onIt()), outcome })
const undo = async (who?: string) => api(who).undo(await onIt())
const history = async (who?: string) =>
  (await api(who).outcomes({ id: (await standing()).id })).map(({ kind, outcome }) => [kind, outcome])

test('the outcome before stands again, then none, and each act is told with who did it', async () => {
  await dispose(REJECTED)
  await dispose(ACCEPTED)
  expect((await standing()).allowed).toEqual(['dispose', 'undo', 'refer'])
  await undo()
  expect(await standing()).toMatchObject({ status: 'proposed', outcome: REJECTED })
  expect(await review.round()).toMatchObject({ withoutOutcome: 0 })
  await undo()
  expect(await standing()).toMatchObject({ status: 'received', outcome: null, proposedBy: null, proposedAt: null })
  expect((await standing()).allowed).toEqual(['dispose', 'refer'])
  expect(await review.round()).toMatchObject({ withoutOutcome: 1 })

  const told = [
    ['dispose', REJECTED],
    ['dispose', ACCEPTED],
    ['undo', REJECTED],
    ['undo', null],
  ]
  for (const who of [people.COORDINATOR, people.DERFE_HEAD, people.AUDITOR]) expect(await history(who)).toEqual(told)
  const [first] = await api().outcomes({ id: (await standing()).id })
  expect(first).toMatchObject({
    by: { id: product.person(people.COORDINATOR).personId },
    at: '2017-12-25T06:00:00.000Z',
  })
})

test('where no outcome stands there is nothing to undo', async () => {
  await expectRefusal(undo(), { code: 'NOTHING_TO_UNDO' })
  await dispose(REJECTED)
  await undo()
  await expectRefusal(undo(), { code: 'NOTHING_TO_UNDO' })
  expect(await history()).toHaveLength(2)
})

test('what many were given at once is undone one by one', async () => {
  await dispose(REJECTED)
  const { id, recordVersion: seen } = await standing()
  const outcome = { disposition: 'accepted', reason: '', agreedText: null } as const
  await api().disposeMany({ key: randomUUID(), roundId: review.roundId, observations: [{ id, seen }], outcome })
  await undo()
  expect(await standing()).toMatchObject({ outcome: REJECTED })
})

test('what an area proposed is undone by who asked it; not while the area has it', async () => {
  await dispose(REJECTED)
  const { key, ...observation } = await onIt()
  const { roundId } = review
  const instruction = 'Opine sobre la redacción'
  await api().refer({ key, roundId, observations: [observation], organisationId: 'deceyec', instruction })
  await expectRefusal(undo(), { code: 'WRONG_OBSERVATION_STATUS', number: 1, status: 'referred' })
  await api(DECEYEC).answerReferral({ ...(await onIt()), outcome: ACCEPTED })
  await expectRefusal(undo(DECEYEC), { code: 'FORBIDDEN' })
  await undo()
  expect(await standing()).toMatchObject({ status: 'proposed', outcome: REJECTED })
  expect((await history()).map(([kind]) => kind)).toEqual(['dispose', 'answer_referral', 'undo'])
})

test('what was restored is the proposal of who undid: somebody else validates it', async () => {
  await dispose(REJECTED)
  await dispose(ACCEPTED)
  const { personId } = product.person(people.DERFE_HEAD)
  await product.query('UPDATE observation SET proposed_by = $1', [personId])
  await undo()
  expect((await standing()).proposedBy?.id).toBe(product.person(people.COORDINATOR).personId)
})

test('nothing is undone once the matrix is with who validates it, nor over what somebody changed meanwhile', async () => {
  await dispose(REJECTED)
  const before = await onIt()
  await dispose(ACCEPTED)
  await expectRefusal(api().undo(before), { code: 'CHANGED_MEANWHILE' })
  await product.as(people.COORDINATOR).rounds.propose(await review.onRound())
  await expectRefusal(undo(), { code: 'WRONG_STATUS', status: 'validating' })
  expect(await standing()).toMatchObject({ outcome: ACCEPTED })
})

test('who wrote the outcome that another brought back validates as little as who brought it back', async () => {
  await dispose(REJECTED)
  await dispose(ACCEPTED)
  await undo(people.OTHER_COORDINATOR)
  await product.as(people.OTHER_COORDINATOR).rounds.propose(await review.onRound())
  const { proposedBy } = await roundFacts(product.reader, review.roundId)
  const hands = [people.COORDINATOR, people.OTHER_COORDINATOR].map((who) => product.person(who).personId)
  expect(proposedBy.toSorted()).toEqual(hands.toSorted())
})
