import { canSeeObservation, canSeeOutcome, canSeeRound, isAreaRole, outcomeGaps, type Person } from '@portal/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangedRounds, RECIPIENTS, type Arranged } from '../../testing/arranged-rounds.ts'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { matrixRows } from '../rounds/matrix-rows.ts'
import { incomplete } from '../rounds/facts.ts'

const ACTORS = [
  people.COORDINATOR,
  people.DERFE_HEAD,
  people.AUDITOR,
  people.OBSERVER,
  'enlace.deceyec@demo.test',
  'enlace.cncs@demo.test',
  'titular.deoe@demo.test',
  people.ADMINISTRATOR,
  people.liaison('chis'),
  people.oplHead('jal'),
  people.liaison('yuc'),
]

let product: TestProduct
let rounds: Arranged[]
beforeAll(async () => {
  product = await createTestProduct()
  rounds = await arrangedRounds(product)
})
afterAll(() => product.end())

const knowsReferral = (actor: Person, referredTo: string | null): boolean =>
  referredTo !== null &&
  (['derfe_coordinator', 'derfe_head', 'auditor'].includes(actor.role) ||
    (isAreaRole(actor.role) && actor.organisationId === referredTo))

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
      const withOutcome = visible.filter((observation) => canSeeOutcome(actor, seen, observation))
      const decidedIds = withOutcome.map(({ id }) => id)
      expect(
        rows.filter(({ outcome }) => outcome !== null).map(({ id }) => id),
        where,
      ).toEqual(decidedIds)

      // To which area something is referred is DERFE's to know, the auditor's and the area's own.
      const told = rows.flatMap(({ id, referral }) => (referral === null ? [] : [id]))
      const mayKnow = visible.filter(({ referredTo }) => knowsReferral(actor, referredTo)).map(({ id }) => id)
      expect(told, where).toEqual(mayKnow)

      // A filter tells no more than the list does.
      const rejected = await api.observations.list({ roundId: round.id, disposition: 'rejected' })
      const undecided = await api.observations.list({ roundId: round.id, disposition: 'none' })
      expect([rejected.rows.length, undecided.rows.length], where).toEqual([
        withOutcome.length,
        visible.length - withOutcome.length,
      ])
      const board = (await api.rounds.board({ id: round.id })).rows
      expect(
        board.reduce((sum, { count }) => sum + count, 0),
        where,
      ).toBe(visible.length)
      const decided = board.filter(({ disposition }) => disposition === 'rejected')
      expect(
        decided.reduce((sum, { count }) => sum + count, 0),
        where,
      ).toBe(withOutcome.length)

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

  // What is with an area lacks an outcome, whatever was proposed before.
  const withArea = `SELECT ${incomplete('o')} AS gap FROM (VALUES
    (1, 'referred', 'rejected', 'x', '', NULL::int)) AS o (number, status, disposition, reason, agreed_text, answered_by)`
  expect((await product.deps.pool.query(withArea)).rows).toEqual([{ gap: true }])
})
