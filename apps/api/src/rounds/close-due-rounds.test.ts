import { randomUUID } from 'node:crypto'
import { createPool } from '@portal/database'
import type { OplActor } from '@portal/domain'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { aReview } from '../../testing/review.ts'
import { verifyAll } from '../acts/verify.ts'
import type { Clock, Deps } from '../deps.ts'
import { appRouter } from '../router.ts'
import { calledBy, createCallerFactory } from '../trpc.ts'
import { closeDueRounds, startRoundTicker } from './close-due-rounds.ts'
import { closeRound } from './close-round.ts'

const OPLS = 200
const DUE = Date.parse('2017-12-25T06:00:00.000Z')

let product: TestProduct
let pool: ReturnType<typeof createPool>
beforeAll(async () => {
  product = await createTestProduct()
  pool = createPool({ url: product.url, max: 24 })
  // However slow the machine is, what is asked here is not who gets a connection.
  pool.options.connectionTimeoutMillis = 0
})
afterAll(async () => {
  await pool.end()
  await product.end()
})

/** A clock that moves a millisecond each time somebody looks, from before the end of the round to after it. */
function movingClock(start: number): Clock {
  let ms = start
  return {
    now: () => new Date(ms++).toISOString(),
    startedWith: null,
    until: (instant) => Date.parse(instant) - ms,
  }
}

const liaisonOf = (organisationId: string): OplActor => ({
  kind: 'opl',
  role: 'opl_liaison',
  personId: `person-${organisationId}`,
  personName: organisationId,
  appointmentId: randomUUID(),
  organisationId,
})

/** More OPL than there are, each with two drafts in a round that is open. */
async function manyAnswers(roundId: string, clauseId: string) {
  const ids = Array.from({ length: OPLS }, (_, index) => `o${index}`)
  await product.query(
    `INSERT INTO organisation (id, kind, short_name, name, two_levels, position)
     SELECT id, 'opl', id, id, false, 100 FROM unnest($1::text[]) AS id`,
    [ids],
  )
  await product.query(
    `INSERT INTO round_response (round_id, organisation_id, status, status_since)
     SELECT $1, id, 'drafting', now() FROM unnest($2::text[]) AS id`,
    [roundId, ids],
  )
  await product.query(
    `INSERT INTO observation (round_id, response_id, organisation_id, status, type, target_kind, clause_id, says,
       author_id, created_at, updated_at)
     SELECT a.round_id, a.id, a.organisation_id, 'draft', 'form', 'clause', $2, 'dice', 'x', now(), now()
     FROM round_response AS a, generate_series(1, 2) WHERE a.round_id = $1 AND a.organisation_id = ANY ($3)`,
    [roundId, clauseId, ids],
  )
  const { rows } = await product.query<{ id: string; organisation_id: string }>(
    'SELECT id, organisation_id FROM round_response WHERE round_id = $1 AND organisation_id = ANY ($2)',
    [roundId, ids],
  )
  return rows.map((row) => ({ responseId: row.id, actor: liaisonOf(row.organisation_id) }))
}

test('of 200 sends at the closing instant each is in time with a receipt or late, and none is lost', async () => {
  const review = await aReview(product)
  const [clauseId = ''] = review.clauseIds
  const answers = await manyAnswers(review.roundId, clauseId)
  const deps: Deps = { ...product.deps, pool, clock: movingClock(DUE - OPLS / 2) }
  const createCaller = createCallerFactory(appRouter)
  const as = (actor: OplActor) => createCaller(calledBy(deps, actor))

  // Others of the same OPL go on writing.
  const write = ({ responseId, actor }: (typeof answers)[number]) =>
    as(actor).observations.save({
      key: randomUUID(),
      seen: null,
      id: null,
      responseId,
      target: { kind: 'clause', clauseId },
      type: 'form',
      says: '',
      shouldSay: '',
      rationale: '',
      legalBasis: '',
    })
  const send = ({ responseId, actor }: (typeof answers)[number]) =>
    as(actor).responses.send({ key: randomUUID(), seen: 1, responseId })

  const writing = Promise.allSettled(answers.filter((_, index) => index % 10 === 0).map(write))
  // Instances look for due rounds all the while, also two at once.
  const looking: Promise<unknown>[] = []
  const sendAndLook = async (answer: (typeof answers)[number], index: number) => {
    try {
      return await send(answer)
    } finally {
      if (index % 10 < 2) looking.push(closeDueRounds(deps))
    }
  }
  const outcomes = await Promise.allSettled(answers.map(sendAndLook))
  await Promise.all([...looking, closeDueRounds(deps)])

  const sent = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  expect(sent.length).toBeGreaterThan(0)
  expect(refused.length).toBeGreaterThan(0)
  for (const reason of refused) expect(reason).toMatchObject({ cause: { refusal: { code: 'LATE' } } })
  for (const done of sent)
    expect(done).toMatchObject({ folio: expect.stringMatching(/^ACU\//), code: expect.any(String) })
  for (const written of await writing) {
    if (written.status === 'rejected') expect(written.reason).toMatchObject({ cause: { refusal: expect.anything() } })
  }

  const { rows: statuses } = await product.query<{ status: string; count: number }>(
    `SELECT status, count(*) FROM round_response WHERE round_id = $1 AND organisation_id LIKE 'o%' GROUP BY 1`,
    [review.roundId],
  )
  expect(Object.fromEntries(statuses.map(({ status, count }) => [status, count]))).toEqual({
    sent_with_observations: sent.length,
    no_answer: refused.length,
  })
  const { rows: numbers } = await product.query<{ number: number }>(
    `SELECT number FROM observation WHERE round_id = $1 AND status = 'received' ORDER BY number`,
    [review.roundId],
  )
  expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: sent.length * 2 }, (_, index) => index + 1))
  const { rows: receipts } = await product.query<{ at: string }>(`SELECT at FROM receipt WHERE folio LIKE 'ACU/O%'`)
  expect(receipts).toHaveLength(sent.length)
  for (const { at } of receipts) expect(Date.parse(at)).toBeLessThan(DUE)
  expect((await verifyAll(pool)).broken).toBeNull()
}, 60_000)

test('a round that two instances find due is closed once', async () => {
  const review = await aReview(product, { recipients: ['chis'] })
  const { due } = await review.round()
  product.clock.set(due ?? '')
  const closings = await Promise.allSettled([1, 2, 3].map(() => closeRound(product.deps, review.roundId, due ?? '')))
  expect(closings.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
  const trail = await product.as(people.AUDITOR).evidence.trail({ recordId: review.roundId })
  expect(trail.rows.filter(({ verb }) => verb === 'rounds.close')).toHaveLength(1)
  expect((await review.round()).responses).toMatchObject([{ status: 'no_answer', statusSince: due }])
})

test('the ticker closes what is due, survives what goes wrong, and stops', async () => {
  const review = await aReview(product, { recipients: ['chis'] })
  const failing = await aReview(product, { recipients: ['jal'] })
  const { due } = await review.round()
  product.clock.set(due ?? '')
  const errors = vi.spyOn(product.deps.log, 'error')
  // An answer in a status that nobody knows can't expire: that round must not keep the others open.
  await product.query(`UPDATE round_response SET status = 'unknown' WHERE round_id = $1`, [failing.roundId])
  const ticker = startRoundTicker(product.deps)
  await vi.waitFor(async () => expect((await review.round()).status).toBe('resolving'))
  await ticker.stop()
  expect((await product.query('SELECT status FROM review_round WHERE id = $1', [failing.roundId])).rows).toEqual([
    { status: 'open' },
  ])
  expect(errors).toHaveBeenCalledWith(expect.objectContaining({ roundId: failing.roundId }), expect.any(String))
})

test('an extension moves the end, and the round stays open at the old one', async () => {
  const review = await aReview(product, { recipients: ['chis'], days: 1 })
  const { due } = await review.round()
  const { rounds } = product.as(people.COORDINATOR)
  const rule = { amount: 2, kind: 'natural_days' as const }
  await rounds.extend({ ...(await review.onRound()), rule, reason: 'Periodo vacacional' })
  product.clock.set(due ?? '')
  await closeDueRounds(product.deps)
  const extended = await review.round(people.liaison('chis'))
  expect(extended.status).toBe('open')
  expect(extended.deadlines).toMatchObject([{ due, reason: '' }, { reason: 'Periodo vacacional' }])
  expect(Date.parse(extended.due ?? '') - Date.parse(due ?? '')).toBe(48 * 3_600_000)
})
