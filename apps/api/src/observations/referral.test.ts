import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { aReview } from '../../testing/review.ts'
import { closeDueRounds } from '../rounds/close-due-rounds.ts'

const CHIAPAS = people.liaison('chis')
const DECEYEC = 'enlace.deceyec@demo.test'
const CNCS = 'enlace.cncs@demo.test'
const DEOE = 'revision.deoe@demo.test'
const DEOE_HEAD = 'titular.deoe@demo.test'
const ACCEPTED = { disposition: 'accepted', reason: '', agreedText: 'medida exterior', answeredBy: null } as const

let product: TestProduct
let review: Awaited<ReturnType<typeof aReview>>
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

/** A round of Chiapas with three observations, closed. */
beforeEach(async () => {
  product.clock.set(product.clock.startedWith)
  review = await aReview(product, { recipients: ['chis'] })
  await review.start(CHIAPAS)
  for (const says of ['uno', 'dos', 'tres']) await review.draft(CHIAPAS, { says })
  await review.send(CHIAPAS)
  product.clock.set('2017-12-25T06:00:00.000Z')
  await closeDueRounds(product.deps)
})

const api = (who: string = people.COORDINATOR) => product.as(who).observations
const numbered = async (number: number) => {
  const one = (await review.list()).find((row) => row.number === number)
  if (!one) throw new Error(`there is no observation ${number}`)
  return one
}
const seenOf = async (...numbers: number[]) =>
  Promise.all(
    numbers.map(async (number) => ({ id: (await numbered(number)).id, seen: (await numbered(number)).recordVersion })),
  )
const refer = async (numbers: number[], organisationId = 'deceyec') =>
  api().refer({
    key: randomUUID(),
    roundId: review.roundId,
    observations: await seenOf(...numbers),
    organisationId,
    instruction: 'Opine sobre la redacción',
  })
const recall = async (...numbers: number[]) =>
  api().recall({
    key: randomUUID(),
    roundId: review.roundId,
    observations: await seenOf(...numbers),
    reason: 'Se resuelve aquí',
  })
const answer = async (
  who: string,
  number: number,
  outcome: Parameters<ReturnType<typeof api>['answerReferral']>[0]['outcome'] = ACCEPTED,
) => {
  const { id, recordVersion: seen } = await numbered(number)
  return api(who).answerReferral({ key: randomUUID(), seen, id, outcome })
}
const numbersFor = async (who: string) => (await review.list(who)).map(({ number }) => number)
const mine = async (who: string) =>
  (await product.as(who).turn.mine()).mine
    .filter(({ recordId }) => recordId === review.roundId)
    .map(({ turn }) => [turn.organisationId, turn.reason])

test('an area is referred two of three, sees exactly those, answers, and they come back', async () => {
  await refer([1, 3])
  expect((await review.list()).map(({ status }) => status)).toEqual(['referred', 'received', 'referred'])
  expect(await numbersFor(DECEYEC)).toEqual([1, 3])
  expect(await numbersFor(CNCS)).toEqual([])
  const [first] = await review.list(DECEYEC)
  expect(first).toMatchObject({
    allowed: ['answer_referral'],
    referral: { organisationId: 'deceyec', instruction: 'Opine sobre la redacción' },
  })
  expect(await review.round(DECEYEC)).toMatchObject({
    withoutOutcome: null,
    observations: 2,
    referrals: [{ organisationId: 'deceyec', pending: 2, answered: 0 }],
  })
  expect(await mine(DECEYEC)).toEqual([['deceyec', 'answer_referral']])
  expect(await mine(CNCS)).toEqual([])

  await answer(DECEYEC, 1)
  await answer(DECEYEC, 3, { ...ACCEPTED, disposition: 'rejected', reason: 'La norma no lo permite' })
  expect(await mine(DECEYEC)).toEqual([])
  expect((await numbered(1)).proposedBy?.id).toBe(product.person(DECEYEC).personId)
  expect((await review.list(DECEYEC)).map(({ outcome, allowed }) => [outcome?.disposition, allowed])).toEqual([
    ['accepted', []],
    ['rejected', []],
  ])
  expect((await numbered(1)).allowed).toEqual(['dispose', 'undo', 'refer'])
})

test('nothing is proposed to the head while an area has not answered', async () => {
  await review.disposeAll()
  await refer([2], 'deoe')
  expect(await review.round()).toMatchObject({ withoutOutcome: 1, allowed: ['dispose', 'cancel'] })
  await expectRefusal(product.as(people.COORDINATOR).rounds.propose(await review.onRound()), {
    code: 'OUTCOMES_MISSING',
    count: 1,
  })
  expect(await mine(DEOE)).toEqual([['deoe', 'answer_referral']])
  expect(await mine(DEOE_HEAD)).toEqual([['deoe', 'answer_referral']])
  await answer(DEOE_HEAD, 2)
  await product.as(people.COORDINATOR).rounds.propose(await review.onRound())
})

test('who answered for an area does not validate it', async () => {
  await review.disposeAll()
  await refer([2])
  await answer(DECEYEC, 2)
  await product.as(people.COORDINATOR).rounds.propose(await review.onRound())
  const area = product.person(DECEYEC)
  const head = { ...product.person(people.DERFE_HEAD), personId: area.personId, personName: area.personName }
  await expectRefusal(product.as(head).rounds.validate(await review.onRound()), { code: 'SAME_PERSON_PROPOSED' })
})

describe('what was referred', () => {
  test('may be recalled, and is the area’s no more', async () => {
    await refer([1])
    await recall(1)
    expect(await numbered(1)).toMatchObject({ status: 'received', referral: null })
    expect(await numbersFor(DECEYEC)).toEqual([])
    await expectRefusal(answer(DECEYEC, 1), { code: 'NOT_FOUND' })
  })

  test('may be changed by DERFE once it was answered, and referred to another area', async () => {
    await refer([1])
    await answer(DECEYEC, 1)
    await review.disposeAll()
    await refer([1], 'cncs')
    expect(await numbersFor(CNCS)).toEqual([1])
    expect(await numbersFor(DECEYEC)).toEqual([])
  })

  test('is not disposed of meanwhile, nor answered by another area, nor incompletely', async () => {
    await refer([1])
    const { id, recordVersion: seen } = await numbered(1)
    const input = { key: randomUUID(), seen, id, outcome: ACCEPTED }
    await expectRefusal(api().dispose(input), { code: 'WRONG_OBSERVATION_STATUS', number: 1, status: 'referred' })
    await expectRefusal(answer(CNCS, 1), { code: 'NOT_FOUND' })
    await expectRefusal(answer(DECEYEC, 1, { ...ACCEPTED, agreedText: '' }), {
      code: 'OUTCOME_INCOMPLETE',
      gaps: ['NO_AGREED_TEXT'],
    })
  })

  test('leaves its acts on the record, which before publication only DERFE and the auditor read', async () => {
    await refer([1])
    await answer(DECEYEC, 1)
    const { id: recordId } = await numbered(1)
    const verbs = async (who: string) =>
      (await product.as(who).evidence.trail({ recordId })).rows.map(({ verb }) => verb)
    expect(await verbs(people.COORDINATOR)).toEqual(
      expect.arrayContaining(['observations.refer', 'observations.answerReferral']),
    )
    expect(await verbs(CHIAPAS)).not.toEqual(expect.arrayContaining(['observations.refer']))
  })
})

describe('nothing at all is referred', () => {
  const statuses = async () => (await review.list()).map(({ status }) => status)

  test('when one of many was changed meanwhile: the refusal names it', async () => {
    const observations = await seenOf(1, 2, 3)
    await review.disposeAll()
    const input = { roundId: review.roundId, observations, organisationId: 'deceyec', instruction: 'Opine' }
    await expectRefusal(api().refer({ key: randomUUID(), ...input }), {
      code: 'CHANGED_MEANWHILE',
      number: 1,
      recordVersion: (await numbered(1)).recordVersion,
    })
    expect(await statuses()).toEqual(['proposed', 'proposed', 'proposed'])
  })

  test('when one of many is with an area already', async () => {
    await refer([2])
    await expectRefusal(refer([1, 2, 3], 'cncs'), {
      code: 'WRONG_OBSERVATION_STATUS',
      number: 2,
      status: 'referred',
    })
    expect(await statuses()).toEqual(['received', 'referred', 'received'])
  })

  test('to an area where nobody can answer, to an OPL, or to DERFE itself', async () => {
    const areas = await api().areas()
    expect(areas.map(({ id }) => id)).toEqual(expect.arrayContaining(['deoe', 'deceyec', 'cncs', 'unicom']))
    for (const organisationId of ['utvopl', 'derfe', 'chis', 'nobody']) {
      expect(areas.map(({ id }) => id)).not.toContain(organisationId)
      await expectRefusal(refer([1], organisationId), { code: 'AREA_CANNOT_ANSWER', organisationId })
    }
  })

  test('that the area may not read', async () => {
    const reserve = `UPDATE clause SET access_class = 'reserved', access_basis = 'X' WHERE id = $1`
    await product.query(reserve, [review.clauseIds[0]])
    await expectRefusal(refer([1]), { code: 'WITHHELD_FROM_AREA', number: 1, organisationId: 'deceyec' })
    await refer([1], 'deoe')
    expect((await review.list(DEOE))[0]).toMatchObject({ says: 'uno', allowed: ['answer_referral'] })
  })
})
