import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { aReview, aVersion, planOf } from '../../testing/review.ts'
import { verifyAll } from '../acts/verify.ts'
import { closeDueRounds } from './close-due-rounds.ts'

const CHIAPAS = people.liaison('chis')
const JALISCO = people.liaison('jal')
const JALISCO_HEAD = people.oplHead('jal')
const YUCATAN = people.liaison('yuc')

let product: TestProduct
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

test('a version goes out, is observed, closes by itself, is resolved, validated and published', async () => {
  const review = await aReview(product)
  const { roundId } = review
  const coordinator = product.as(people.COORDINATOR)
  const head = product.as(people.DERFE_HEAD)
  const status = async (who?: string) => (await review.round(who)).status

  // Ten natural days from Thursday 14 December end on Sunday 24 at 24:00 of central Mexico.
  expect(await review.round()).toMatchObject({
    status: 'open',
    due: '2017-12-25T06:00:00.000Z',
    recipients: 3,
    answered: 0,
    deadlines: [{ due: '2017-12-25T06:00:00.000Z', reason: '' }],
    allowed: ['extend', 'cancel'],
  })
  expect((await coordinator.specifications.version({ id: review.versionId })).status).toBe('in_round')

  // Chiapas sends two observations, Jalisco's head what its liaison prepared, Yucatán keeps silent.
  await review.start(CHIAPAS)
  await review.draft(CHIAPAS)
  await review.draft(CHIAPAS, { type: 'spelling', shouldSay: 'Papel bond blanco' })
  const sent = await review.send(CHIAPAS)
  expect(sent).toMatchObject({ folio: 'ACU/CHIS/2017/0001', code: expect.any(String) })
  await review.start(JALISCO)
  await review.draft(JALISCO)
  await expectRefusal(review.send(JALISCO), { code: 'HEAD_SENDS' })
  await product.as(JALISCO).responses.submitForApproval(await review.onAnswer(JALISCO))
  expect((await product.as(JALISCO_HEAD).turn.mine()).mine).toMatchObject([{ recordId: roundId }])
  await review.send(JALISCO_HEAD)
  expect(await review.round()).toMatchObject({ answered: 2, observations: 3, withoutOutcome: 3 })

  // The end comes.
  product.clock.set('2017-12-25T06:00:00.000Z')
  await closeDueRounds(product.deps)
  expect((await review.round()).responses.map((response) => response.status)).toEqual([
    'sent_with_observations',
    'sent_with_observations',
    'no_answer',
  ])
  expect(await review.round()).toMatchObject({ status: 'resolving', closedAt: '2017-12-25T06:00:00.000Z' })

  // Nothing is proposed while an outcome is missing; nobody outside DERFE sees one before the matrix is out.
  await expectRefusal(coordinator.rounds.propose(await review.onRound()), { code: 'OUTCOMES_MISSING', count: 3 })
  await review.disposeAll()
  expect((await review.list(CHIAPAS)).map(({ outcome, proposedBy }) => [outcome, proposedBy])).toEqual([
    [null, null],
    [null, null],
  ])
  await coordinator.rounds.propose(await review.onRound())
  expect((await head.turn.mine()).mine).toMatchObject([{ recordId: roundId, turn: { reason: 'validate' } }])
  await head.rounds.returnProposal({ ...(await review.onRound()), reason: 'Falta fundar la 3' })
  await coordinator.rounds.propose(await review.onRound())
  const published = await head.rounds.validate(await review.onRound())
  expect(published.folio).toMatch(/^ACU\/DERFE\/2017\/\d{4}$/)

  // Everybody in the round now sees everything.
  const seen = await review.round(YUCATAN)
  expect(seen).toMatchObject({ status: 'published', matrixCode: published.code, observations: 3, withoutOutcome: 0 })
  expect(seen.matrixHash).toMatch(/^[0-9a-f]{64}$/)
  expect(
    (await review.list(YUCATAN)).map(({ number, status, outcome }) => [number, status, outcome?.disposition]),
  ).toEqual([1, 2, 3].map((number) => [number, 'resolved', 'accepted']))
  expect((await coordinator.specifications.version({ id: review.versionId })).status).toBe('working')
  await coordinator.rounds.conclude(await review.onRound())
  expect(await status()).toBe('concluded')
  expect((await verifyAll(product.deps.pool)).broken).toBeNull()
})

test('who proposed an outcome, or the round, does not validate it', async () => {
  const review = await aReview(product, { recipients: ['chis'] })
  const coordinator = product.as(people.COORDINATOR)
  const head = product.person(people.DERFE_HEAD)
  // The head acted as coordinator before being appointed head.
  const before = { ...product.person(people.COORDINATOR), personId: head.personId, personName: head.personName }

  await product.as(CHIAPAS).responses.declareNone(await review.onAnswer(CHIAPAS))
  await coordinator.rounds.closeEarly({ ...(await review.onRound()), reason: 'Contestó' })
  await product.as(before).rounds.propose(await review.onRound())
  expect((await review.round(people.DERFE_HEAD)).allowed).toEqual(['return'])
  await expectRefusal(product.as(head).rounds.validate(await review.onRound()), { code: 'SAME_PERSON_PROPOSED' })
  expect((await review.round()).status).toBe('validating')
})

test('a repetition with the same key answers as the first time and does nothing else', async () => {
  const review = await aReview(product, { recipients: ['chis'] })
  await review.start(CHIAPAS)
  await review.draft(CHIAPAS)
  const command = await review.onAnswer(CHIAPAS)
  const chiapas = product.as(CHIAPAS).responses
  const [first, second] = await Promise.all([chiapas.send(command), chiapas.send(command)])
  expect(second).toEqual(first)
  expect(await chiapas.send(command)).toEqual(first)
  expect(await review.list()).toHaveLength(1)
  await expectRefusal(chiapas.send({ ...command, seen: 7 }), { code: 'KEY_REUSED' })
  await expectRefusal(review.send(CHIAPAS), { code: 'WRONG_RESPONSE_STATUS', status: 'sent_with_observations' })
})

test('a command on what somebody changed meanwhile is told so', async () => {
  const review = await aReview(product)
  const { rounds } = product.as(people.OTHER_COORDINATOR)
  const command = await review.onRound()
  const extension = { rule: { amount: 2, kind: 'natural_days' as const }, reason: 'Periodo vacacional' }
  const [one, other] = await Promise.allSettled([
    product.as(people.COORDINATOR).rounds.extend({ ...command, ...extension }),
    rounds.extend({ ...command, key: randomUUID(), ...extension }),
  ])
  expect([one.status, other.status].toSorted()).toEqual(['fulfilled', 'rejected'])
  const refused = one.status === 'rejected' ? one : other
  expect(refused).toMatchObject({ reason: { cause: { refusal: { code: 'CHANGED_MEANWHILE', recordVersion: 3 } } } })
})

test('a version out in a round takes no second one, and a cancelled round leaves it as it was', async () => {
  const review = await aReview(product)
  const { rounds, specifications } = product.as(people.COORDINATOR)
  const version = () => specifications.version({ id: review.versionId })
  const plan = {
    versionId: review.versionId,
    recipients: ['chis'],
    rule: { amount: 3, kind: 'natural_days' as const },
    calendarKey: 'electoral_process',
    visibility: 'after_close' as const,
    message: '',
  }
  const prepare = async () => rounds.prepare({ key: randomUUID(), seen: (await version()).recordVersion, ...plan })
  await expectRefusal(prepare(), { code: 'ROUND_ALREADY_RUNNING', roundId: review.roundId })
  await rounds.cancel({ ...(await review.onRound()), reason: 'Se sustituye' })
  expect(await version()).toMatchObject({ status: 'draft', mayPrepareRound: true })
  expect((await rounds.get({ id: (await prepare()).recordId })).number).toBe(2)
})

test('a version that is withdrawn while its round is prepared goes out to nobody', async () => {
  const { rounds, specifications } = product.as(people.COORDINATOR)
  const { versionId } = await aVersion(product)
  const { recordId: roundId, recordVersion: seen } = await rounds.prepare({
    key: randomUUID(),
    seen: 1,
    versionId,
    ...planOf(),
  })
  const version = await specifications.version({ id: versionId })
  await specifications.withdraw({
    key: randomUUID(),
    seen: version.recordVersion,
    versionId,
    reason: 'El documento se rehace.',
  })
  await expectRefusal(rounds.open({ key: randomUUID(), seen, roundId }), { code: 'WRONG_VERSION_STATUS' })
  expect(await rounds.get({ id: roundId })).toMatchObject({ status: 'preparing', due: null })
})
