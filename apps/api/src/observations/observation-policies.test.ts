import type { ObservationStatus } from '@portal/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangedRounds, type Arranged } from '../../testing/arranged-rounds.ts'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { sightOf } from '../acts/sight.ts'
import { inTransaction, readerOn, type Statement } from '../acts/transaction.ts'

let product: TestProduct
let rounds: Arranged[]
beforeAll(async () => {
  product = await createTestProduct()
  rounds = await arrangedRounds(product)
})
afterAll(() => product.end())

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

  test('finds for an area what is published and what is referred to it, and lets it change only that', async () => {
    const deceyec = sightOf(product.person('enlace.deceyec@demo.test'))
    const own = (row: { referredTo: string | null; status: ObservationStatus }) =>
      sent(row) && row.referredTo === 'deceyec'
    const expected = all().filter((row) => own(row) || (sent(row) && PUBLISHED.includes(row.round.status)))
    const found = await readerOn(product.deps.pool, deceyec).rows<{ id: string }>(ALL, [])
    expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id).toSorted())

    const answer = (set: string) => ({
      name: '',
      text: `UPDATE observation SET ${set} WHERE status IN ('referred', 'proposed') RETURNING id`,
    })
    const changed = (set: string) =>
      inTransaction(product.deps.pool, (reader) => reader.rows<{ id: string }>(answer(set), []), deceyec)
    const touched = (await changed(`status = 'proposed'`)).map(({ id }) => id)
    const open = all().filter((row) => own(row) && ['referred', 'proposed'].includes(row.status))
    expect(touched.toSorted()).toEqual(open.map(({ id }) => id).toSorted())
    for (const set of [`status = 'resolved'`, `status = 'proposed', referred_to = 'cncs'`]) {
      await expect(changed(set)).rejects.toMatchObject({ code: '42501' })
    }
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
