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
import { sightOf } from '../acts/sight.ts'
import { inTransaction, readerOn, type Statement } from '../acts/transaction.ts'
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
  const at = product.deps.clock.now()
  const id = async (text: string, values: unknown[]) =>
    (await product.reader.one<{ id: string }>({ name: '', text: `${text} RETURNING id` }, values))?.id ?? ''
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
      const withOutcome = visible.filter((observation) => canSeeOutcome(actor, seen, observation)).length
      expect(
        rows.map(({ outcome }) => outcome !== null),
        where,
      ).toEqual(visible.map((observation) => canSeeOutcome(actor, seen, observation)))

      // A filter tells no more than the list does.
      const rejected = await api.observations.list({ roundId: round.id, disposition: 'rejected' })
      const undecided = await api.observations.list({ roundId: round.id, disposition: 'none' })
      expect([rejected.rows.length, undecided.rows.length], where).toEqual([withOutcome, visible.length - withOutcome])
      const board = (await api.rounds.board({ id: round.id })).rows
      expect(
        board.reduce((sum, { count }) => sum + count, 0),
        where,
      ).toBe(visible.length)
      const decided = board.filter(({ disposition }) => disposition === 'rejected')
      expect(
        decided.reduce((sum, { count }) => sum + count, 0),
        where,
      ).toBe(withOutcome)

      const matrix: string[] = []
      for await (const page of matrixRows(product.reader, actor, round.id, product.clock.now())) {
        matrix.push(...page.map(({ row }) => row.id))
      }
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

describe('a query that forgot its where', () => {
  const ALL: Statement = { name: 'testing_all_observations', text: 'SELECT id FROM observation ORDER BY id' }
  const COUNTED: Statement = {
    name: 'testing_all_tallies',
    text: 'SELECT coalesce(sum(count), 0)::int AS count FROM observation_tally',
  }
  const TOUCH: Statement = {
    name: 'testing_touch',
    text: 'UPDATE observation SET reason = reason RETURNING organisation_id AS "organisationId"',
  }
  const PUBLISHED = ['published', 'concluded']
  const AFTER_CLOSE = ['resolving', 'validating', 'conformity', ...PUBLISHED]

  const others = (round: Arranged) =>
    (round.visibility === 'after_close' ? AFTER_CLOSE : PUBLISHED).includes(round.status)
  const all = () => rounds.flatMap((round) => round.observations.map((observation) => ({ ...observation, round })))
  const sent = ({ status }: { status: ObservationStatus }) => status !== 'draft' && status !== 'withdrawn'

  test.each([people.liaison('chis'), people.oplHead('jal'), people.liaison('yuc')])(
    'finds nothing of another OPL that is not published: %s',
    async (address) => {
      const actor = product.person(address)
      const reader = readerOn(product.deps.pool, sightOf(actor))
      const expected = all().filter(
        (row) => row.organisationId === actor.organisationId || (sent(row) && others(row.round)),
      )
      expect((await reader.rows<{ id: string }>(ALL, [])).map(({ id }) => id)).toEqual(
        expected.map(({ id }) => id).toSorted(),
      )
      expect(await reader.one(COUNTED, [])).toEqual({ count: expected.length })
    },
  )

  test('finds what OPL sent for DERFE, what is published for others, and no draft for either', async () => {
    const seenBy = async (address: string) =>
      (await readerOn(product.deps.pool, sightOf(product.person(address))).rows<{ id: string }>(ALL, [])).map(
        ({ id }) => id,
      )
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).toSorted()
    expect(await seenBy(people.COORDINATOR)).toEqual(ids(all().filter(sent)))
    const published = all().filter((row) => sent(row) && PUBLISHED.includes(row.round.status))
    expect(await seenBy(people.OBSERVER)).toEqual(ids(published))
    expect(await seenBy(people.AUDITOR)).toEqual(ids(all()))
  })

  test('finds nothing at all where nobody said who asks, also on a connection that somebody used before', async () => {
    const everywhere = ['observation', 'observation_tally', 'round_response']
    for (const table of everywhere) {
      const count = { name: '', text: `SELECT count(*)::int AS count FROM ${table}` }
      for (let connection = 0; connection < 10; connection += 1) {
        await readerOn(product.deps.pool, sightOf(product.person(people.AUDITOR))).rows(ALL, [])
        expect([table, await readerOn(product.deps.pool).one(count, [])]).toEqual([table, { count: 0 }])
      }
    }
  })

  test('changes nothing of another OPL, and nothing for whoever only reads', async () => {
    const touchedBy = (address: string) =>
      inTransaction(
        product.deps.pool,
        async (reader) =>
          new Set((await reader.rows<{ organisationId: string }>(TOUCH, [])).map((row) => row.organisationId)),
        sightOf(product.person(address)),
      )
    expect(await touchedBy(people.liaison('chis'))).toEqual(new Set(['chis']))
    expect(await touchedBy(people.COORDINATOR)).toEqual(new Set(['chis', 'jal']))
    for (const reading of [people.AUDITOR, people.OBSERVER]) expect(await touchedBy(reading)).toEqual(new Set())
  })

  test('can not give away what is its own, nor write in the name of another', async () => {
    const give = { name: '', text: `UPDATE observation SET organisation_id = 'jal' WHERE organisation_id = 'chis'` }
    const given = inTransaction(
      product.deps.pool,
      (reader) => reader.rows(give, []),
      sightOf(product.person(people.liaison('chis'))),
    )
    await expect(given).rejects.toMatchObject({ code: '42501' })
  })
})
