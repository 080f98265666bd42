import {
  canSeeObservation,
  canSeeOutcome,
  canSeeRound,
  OBSERVATION_STATUSES,
  outcomeGaps,
  ROUND_STATUSES,
  ROUND_VISIBILITIES,
  type ObservationStatus,
  type RoundStatus,
  type RoundVisibility,
} from '@portal/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { aVersion } from '../../testing/review.ts'
import { matrixRows } from '../rounds/matrix-rows.ts'
import { incomplete } from '../rounds/facts.ts'

const RECIPIENTS = ['chis', 'jal']
const ACTORS = [
  people.COORDINATOR,
  people.DERFE_HEAD,
  people.AUDITOR,
  people.OBSERVER,
  people.ADMINISTRATOR,
  people.liaison('chis'),
  people.oplHead('jal'),
  people.liaison('yuc'),
]

type Arranged = {
  id: string
  status: RoundStatus
  opened: boolean
  visibility: RoundVisibility
  observations: { id: string; organisationId: string; status: ObservationStatus; inMatrix: boolean }[]
}

let product: TestProduct
let rounds: Arranged[]
beforeAll(async () => {
  product = await createTestProduct()
  const { versionId, clauseIds } = await aVersion(product)
  rounds = []
  for (const status of ROUND_STATUSES) {
    for (const visibility of ROUND_VISIBILITIES) {
      const openings = status === 'preparing' ? [false] : status === 'cancelled' ? [false, true] : [true]
      for (const opened of openings) rounds.push(await arrange(versionId, clauseIds[0], { status, visibility, opened }))
    }
  }
})
afterAll(() => product.end())

/** A round in this status with an observation of each OPL in every status, all of them with an outcome. */
async function arrange(
  versionId: string,
  clauseId: string | undefined,
  round: Pick<Arranged, 'status' | 'visibility' | 'opened'>,
): Promise<Arranged> {
  const { pool, clock } = product.deps
  const at = clock.now()
  const id = async (text: string, values: unknown[]) =>
    (await pool.query<{ id: string }>(`${text} RETURNING id`, values)).rows[0]?.id ?? ''
  const roundId = await id(
    `INSERT INTO review_round (version_id, number, status, status_since, visibility, rule_amount, rule_kind,
       calendar_key, opened_at, created_by, created_at) VALUES ($1, 1, $2, $3, $4, 1, 'hours', 'x', $5, 'x', $3)`,
    [versionId, round.status, at, round.visibility, round.opened ? at : null],
  )
  const observations: Arranged['observations'] = []
  let number = 0
  for (const organisationId of RECIPIENTS) {
    const responseId = await id(
      `INSERT INTO round_response (round_id, organisation_id, status, status_since)
       VALUES ($1, $2, 'sent_with_observations', $3)`,
      [roundId, organisationId, at],
    )
    for (const status of OBSERVATION_STATUSES) {
      const observationId = await id(
        `INSERT INTO observation (round_id, response_id, organisation_id, number, status, type, target_kind, clause_id,
           author_id, created_at, updated_at, disposition, reason)
         VALUES ($1, $2, $3, $4, $5, 'form', 'clause', $6, 'x', $7, $7, 'rejected', 'secreto')`,
        [roundId, responseId, organisationId, (number += 1), status, clauseId, at],
      )
      const inMatrix = status !== 'draft' && status !== 'withdrawn'
      observations.push({ id: observationId, organisationId, status, inMatrix })
    }
  }
  return { id: roundId, ...round, observations }
}

describe('for every role and every kind of round', () => {
  test.each(ACTORS)('the statements see what the policies say: %s', async (address) => {
    const actor = product.person(address)
    const api = product.as(address)
    for (const round of rounds) {
      const seen = { ...round, recipientIds: RECIPIENTS }
      const where = `${round.status}, ${round.visibility}, ${round.opened ? 'opened' : 'never opened'}`
      const list = () => api.observations.list({ roundId: round.id })
      if (!canSeeRound(actor, seen)) {
        await expectRefusal(list(), { code: 'NOT_FOUND' })
        await expectRefusal(api.rounds.get({ id: round.id }), { code: 'NOT_FOUND' })
        await expectRefusal(api.rounds.board({ id: round.id }), { code: 'NOT_FOUND' })
        continue
      }
      const visible = round.observations.filter((observation) => canSeeObservation(actor, seen, observation))
      const rows = (await list()).rows
      expect(
        rows.map(({ id }) => id),
        where,
      ).toEqual(visible.map(({ id }) => id))
      const outcomes = canSeeOutcome(actor, seen)
      expect(
        rows.every(({ outcome }) => (outcome !== null) === outcomes),
        where,
      ).toBe(true)

      // A filter tells no more than the list does.
      const rejected = await api.observations.list({ roundId: round.id, disposition: 'rejected' })
      const undecided = await api.observations.list({ roundId: round.id, disposition: 'none' })
      expect([rejected.rows.length, undecided.rows.length], where).toEqual(
        outcomes ? [visible.length, 0] : [0, visible.length],
      )
      const board = (await api.rounds.board({ id: round.id })).rows
      expect(
        board.reduce((sum, { count }) => sum + count, 0),
        where,
      ).toBe(visible.length)
      expect(
        board.every(({ disposition }) => disposition === (outcomes ? 'rejected' : '')),
        where,
      ).toBe(true)

      const matrix: string[] = []
      for await (const page of matrixRows(product.reader, actor, round.id)) matrix.push(...page.map(({ id }) => id))
      expect(matrix, where).toEqual(visible.flatMap(({ id, inMatrix }) => (inMatrix ? [id] : [])))
      const sent = visible.filter(({ inMatrix }) => inMatrix).length
      expect((await api.rounds.get({ id: round.id })).observations, where).toBe(sent)
    }
  })

  test('rounds are listed as far as they are seen', async () => {
    for (const address of ACTORS) {
      const actor = product.person(address)
      const expected = rounds.filter((round) => canSeeRound(actor, { ...round, recipientIds: RECIPIENTS }))
      const { rows } = await product.as(address).rounds.list({ limit: 200 })
      expect(rows.map(({ id }) => id).toReversed(), address).toEqual(expected.map(({ id }) => id))
    }
  })

  test('one observation is found where the list shows it', async () => {
    const round = rounds.find(({ status, visibility }) => status === 'resolving' && visibility === 'after_publication')
    for (const address of ACTORS) {
      const actor = product.person(address)
      for (const observation of round?.observations ?? []) {
        const found = product.as(address).observations.get({ id: observation.id })
        const seen = { ...round, recipientIds: RECIPIENTS } as Arranged & { recipientIds: string[] }
        if (canSeeObservation(actor, seen, observation)) expect((await found).id).toBe(observation.id)
        else await expectRefusal(found, { code: 'NOT_FOUND' })
      }
    }
  })
})

test('the statement counts as incomplete what has gaps by the policy', async () => {
  const outcomes = [null, 'accepted', 'partly_accepted', 'rejected', 'answered_elsewhere'].flatMap((disposition) =>
    ['', 'x'].flatMap((reason) =>
      ['', 'x'].flatMap((agreedText) =>
        [null, 3].map((answeredBy) => ({ disposition, reason, agreedText, answeredBy })),
      ),
    ),
  )
  const { rows } = await product.deps.pool.query<{ gap: boolean }>(
    `SELECT ${incomplete('o')} AS gap
     FROM jsonb_to_recordset($1) AS o (number int, status text, disposition text, reason text,
       agreed_text text, answered_by int, place int) ORDER BY place`,
    [
      JSON.stringify(
        outcomes.map(({ agreedText, answeredBy, ...outcome }, place) => ({
          ...outcome,
          place,
          number: 1,
          status: 'proposed',
          agreed_text: agreedText,
          answered_by: answeredBy,
        })),
      ),
    ],
  )
  const gaps = outcomes.map(
    ({ disposition, ...outcome }) =>
      outcomeGaps(disposition === null ? null : { ...outcome, disposition: disposition as 'accepted' }).length > 0,
  )
  expect(rows.map(({ gap }) => gap)).toEqual(gaps)
  expect(new Set(gaps)).toEqual(new Set([true, false]))
})
