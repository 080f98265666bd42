import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { aReview, aVersion, planOf } from '../../testing/review.ts'
import { closeDueRounds } from '../rounds/close-due-rounds.ts'

const CHIAPAS = people.liaison('chis')
const JALISCO = people.liaison('jal')
const JALISCO_HEAD = people.oplHead('jal')
const PUEBLA = people.liaison('pue')
const START = '2017-12-14T16:30:00.000Z'

let product: TestProduct
beforeAll(async () => {
  product = await createTestProduct({ start: START })
})
afterAll(() => product.end())

type Review = Awaited<ReturnType<typeof aReview>>

const coordinator = () => product.as(people.COORDINATOR)

async function closed(review: Review) {
  product.clock.set((await review.round()).due ?? '')
  await closeDueRounds(product.deps)
}

/** An answer that came after the close, waiting to be judged. */
async function late(review: Review) {
  await closed(review)
  await review.draft(CHIAPAS)
  const sent = await product.as(CHIAPAS).responses.sendLate({ ...(await review.onAnswer(CHIAPAS)), reason: 'Sin red' })
  const { id: responseId, recordVersion: seen } = await review.answer(CHIAPAS)
  return { sent, judgement: { key: randomUUID(), seen, roundId: review.roundId, responseId, reason: 'Acreditada' } }
}

describe("an OPL's answer", () => {
  test('is found by nobody of another OPL, whatever they try', async () => {
    const review = await aReview(product)
    await review.start(CHIAPAS)
    const { id: responseId, recordVersion: seen } = await review.answer(CHIAPAS)
    const command = () => ({ key: randomUUID(), seen, responseId })
    const reason = 'Con motivo'
    for (const who of [JALISCO, JALISCO_HEAD, PUEBLA]) {
      const { responses } = product.as(who)
      const tries = [
        () => responses.start(command()),
        () => responses.send(command()),
        () => responses.declareNone(command()),
        () => responses.withdrawToCorrect({ ...command(), reason }),
        () => responses.sendLate({ ...command(), reason }),
      ]
      for (const attempt of tries) await expectRefusal(attempt(), { code: 'NOT_FOUND' })
    }
    await expectRefusal(coordinator().responses.send(command()), { code: 'FORBIDDEN' })
    await expectRefusal(product.as(null).responses.send(command()), { code: 'NOT_SIGNED_IN' })
    await expectRefusal(product.as(PUEBLA).rounds.get({ id: review.roundId }), { code: 'NOT_FOUND' })
  })

  test('can’t be given before the round is opened', async () => {
    const { versionId } = await aVersion(product)
    await coordinator().rounds.prepare({ key: randomUUID(), seen: 1, versionId, ...planOf() })
    const { rows } = await product.query<{ id: string }>(
      `SELECT a.id FROM round_response AS a JOIN review_round AS r ON r.id = a.round_id
       WHERE r.version_id = $1 AND a.organisation_id = 'chis'`,
      [versionId],
    )
    const command = { key: randomUUID(), seen: 1, responseId: rows[0]?.id ?? '' }
    await expectRefusal(product.as(CHIAPAS).responses.start(command), { code: 'NOT_FOUND' })
  })

  test('is withdrawn to be corrected and sent again; what was numbered keeps its number', async () => {
    const review = await aReview(product)
    await review.start(CHIAPAS)
    await review.draft(CHIAPAS, { shouldSay: 'primera' })
    const first = await review.send(CHIAPAS)
    await review.start(JALISCO)
    await review.draft(JALISCO, { shouldSay: 'segunda' })
    await review.send(JALISCO_HEAD)
    await product.as(CHIAPAS).responses.withdrawToCorrect({ ...(await review.onAnswer(CHIAPAS)), reason: 'Falta una' })
    expect(await review.answer(CHIAPAS)).toMatchObject({ status: 'withdrawn_to_correct', folio: null, drafts: 1 })
    expect((await review.list()).map(({ shouldSay }) => shouldSay)).toEqual(['segunda'])

    await review.draft(CHIAPAS, { shouldSay: 'tercera' })
    const second = await review.send(CHIAPAS)
    expect((await review.list()).map(({ number, shouldSay }) => [number, shouldSay])).toEqual([
      [1, 'primera'],
      [2, 'segunda'],
      [3, 'tercera'],
    ])
    expect(await review.answer(CHIAPAS)).toMatchObject({ folio: second.folio, code: second.code })
    expect(await product.as(null).evidence.verify({ code: first.code ?? '' })).toMatchObject({
      result: 'superseded',
      supersededBy: second.code,
    })
  })

  test('of none is an act with a receipt, and a blank draft does not stand in its way', async () => {
    const review = await aReview(product)
    await review.start(CHIAPAS)
    await review.draft(CHIAPAS, { says: '', shouldSay: '', rationale: '', legalBasis: '' })
    await expectRefusal(review.send(CHIAPAS), { code: 'NOTHING_TO_SEND' })
    const written = await review.draft(CHIAPAS)
    const command = await review.onAnswer(CHIAPAS)
    await expectRefusal(product.as(CHIAPAS).responses.declareNone(command), { code: 'DRAFTS_REMAIN', count: 1 })
    await product.as(CHIAPAS).observations.discard({ key: randomUUID(), seen: 1, id: written.recordId })
    const done = await product.as(CHIAPAS).responses.declareNone({ ...command, key: randomUUID() })
    expect(done.folio).toMatch(/^ACU\/CHIS\/2017\//)
    expect(await review.answer(CHIAPAS)).toMatchObject({ status: 'no_observations', folio: done.folio, drafts: 0 })
    expect((await review.list(CHIAPAS)).map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn'])
  })

  test('with two levels goes to the head, who may give it back', async () => {
    const review = await aReview(product)
    await review.start(JALISCO)
    await review.draft(JALISCO)
    await product.as(JALISCO).responses.submitForApproval(await review.onAnswer(JALISCO))
    const returned = { ...(await review.onAnswer(JALISCO)), reason: 'Falta fundamento' }
    await expectRefusal(product.as(JALISCO).responses.returnToLiaison(returned), { code: 'FORBIDDEN' })
    await product.as(JALISCO_HEAD).responses.returnToLiaison(returned)
    expect(await review.answer(JALISCO)).toMatchObject({ status: 'drafting' })
    await expectRefusal(product.as(CHIAPAS).responses.submitForApproval(await review.onAnswer(CHIAPAS)), {
      code: 'WRONG_RESPONSE_STATUS',
    })
  })
})

describe('after the end', () => {
  test('an answer is late whether the round has been closed or not', async () => {
    const review = await aReview(product)
    await review.start(CHIAPAS)
    await review.draft(CHIAPAS)
    const { due } = await review.round()
    const before = await review.onAnswer(CHIAPAS)
    product.clock.set(due ?? '')
    await expectRefusal(review.send(CHIAPAS), { code: 'LATE', due: due ?? '', now: due ?? '' })
    await closeDueRounds(product.deps)
    await expectRefusal(review.send(CHIAPAS), { code: 'LATE' })
    // Also to who pressed the button before the round was closed.
    await expectRefusal(product.as(CHIAPAS).responses.send(before), { code: 'LATE' })
    expect(await review.answer(CHIAPAS)).toMatchObject({ status: 'no_answer', drafts: 1 })
  })

  test('a late answer that is admitted gets the numbers after all others', async () => {
    const review = await aReview(product)
    await review.start(JALISCO)
    await review.draft(JALISCO)
    await review.send(JALISCO_HEAD)
    const { sent, judgement } = await late(review)
    expect(sent.folio).toMatch(/^ACU\/CHIS\//)
    expect((await review.list()).map(({ number, allowed }) => [number, allowed])).toEqual([
      [1, ['dispose', 'refer']],
      [null, []],
    ])
    await expectRefusal(review.disposeAll(), { code: 'OBSERVATION_NOT_ADMITTED' })
    await expectRefusal(coordinator().rounds.propose(await review.onRound()), {
      code: 'LATE_ANSWERS_UNJUDGED',
      organisationIds: ['chis'],
    })
    expect((await review.round()).allowed).toContain('judge_late')
    await coordinator().rounds.judgeLate({ ...judgement, admit: true })
    expect((await review.list()).map(({ number, organisationId }) => [number, organisationId])).toEqual([
      [1, 'jal'],
      [2, 'chis'],
    ])
    expect(await review.round()).toMatchObject({ withoutOutcome: 1 })
    const { id: responseId, recordVersion: seen } = await review.answer(CHIAPAS)
    const again = { ...judgement, key: randomUUID(), responseId, seen, admit: false }
    await expectRefusal(coordinator().rounds.judgeLate(again), { code: 'NO_LATE_ANSWER' })
  })

  test('a late answer that is not admitted is set aside, with the reason', async () => {
    const review = await aReview(product)
    const { judgement } = await late(review)
    await coordinator().rounds.judgeLate({ ...judgement, admit: false })
    expect(await review.answer(CHIAPAS)).toMatchObject({
      status: 'late',
      lateReason: 'Sin red',
      lateAdmitted: false,
      lateJudgement: 'Acreditada',
    })
    expect((await review.list()).map(({ number, status }) => [number, status])).toEqual([[null, 'not_applicable']])
    await coordinator().rounds.propose(await review.onRound())
    expect((await review.round()).status).toBe('validating')
  })
})

test('who hears of an answer learns that it was given; of work on it only its own OPL and INE', async () => {
  const review = await aReview(product)
  const before = product.told.length
  await review.start(CHIAPAS)
  await review.draft(CHIAPAS)
  await review.send(CHIAPAS)
  const heard = new Map(product.told.slice(before).map(({ event, audience }) => [event.verb, audience]))
  expect(heard.get('responses.start')).toContain('derfe')
  expect(heard.get('responses.start')).not.toContain('jal')
  expect(heard.get('observations.save')).toEqual(['chis'])
  expect(heard.get('responses.send')).toEqual(expect.arrayContaining(['chis', 'jal', 'yuc', 'derfe']))
  expect(heard.get('responses.send')).not.toContain('pue')
})
