import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { aReview } from '../../testing/review.ts'
import { closeDueRounds } from '../rounds/close-due-rounds.ts'
import { saidIn } from './said.ts'
import { verbOf } from './verbs.ts'

const CHIAPAS = people.liaison('chis')
const JALISCO = people.liaison('jal')
const YUCATAN = people.liaison('yuc')

let product: TestProduct
let review: Awaited<ReturnType<typeof aReview>>
beforeAll(async () => {
  product = await createTestProduct()
  review = await aReview(product)
  await review.start(CHIAPAS)
  await review.draft(CHIAPAS)
  await review.send(CHIAPAS)
  await review.start(JALISCO)
  await review.draft(JALISCO)
})
afterAll(() => product.end())

const trail = async (who: string, recordId = review.roundId) =>
  (await product.as(who).evidence.trail({ recordId, limit: 200 })).rows
const told = async (who: string) =>
  (await trail(who)).map(({ verb, organisation, details }) => [verb, organisation, details.length > 0])

describe('the trail of a running round', () => {
  test('shows an OPL its own acts with what they said, and nothing of the others', async () => {
    expect(await told(CHIAPAS)).toEqual([
      ['responses.send', 'IEPC Chiapas', true],
      ['observations.save', 'IEPC Chiapas', true],
      ['responses.start', 'IEPC Chiapas', false],
      ['rounds.open', 'DERFE', true],
      ['rounds.prepare', 'DERFE', true],
    ])
    expect((await told(YUCATAN)).map(([verb]) => verb)).toEqual(['rounds.open', 'rounds.prepare'])
  })

  test('shows DERFE that an OPL works on its answer, not what it wrote before it sent', async () => {
    expect(await told(people.COORDINATOR)).toEqual([
      ['responses.start', 'IEPC Jalisco', false],
      ['responses.send', 'IEPC Chiapas', true],
      ['observations.save', 'IEPC Chiapas', false],
      ['responses.start', 'IEPC Chiapas', false],
      ['rounds.open', 'DERFE', true],
      ['rounds.prepare', 'DERFE', true],
    ])
  })

  test('shows the auditor everything, drafts too', async () => {
    expect((await told(people.AUDITOR))[0]).toEqual(['observations.save', 'IEPC Jalisco', true])
  })

  test('is a record that does not exist for who may not see it', async () => {
    for (const who of [people.liaison('gto'), people.ADMINISTRATOR])
      await expectRefusal(trail(who), { code: 'NOT_FOUND' })
    const { id } = await review.answer(CHIAPAS)
    for (const who of [JALISCO, people.OBSERVER]) {
      await expectRefusal(trail(who, id), { code: 'NOT_FOUND' })
      await expectRefusal(product.as(who).evidence.check({ recordId: id }), { code: 'NOT_FOUND' })
    }
    await expectRefusal(trail(people.AUDITOR, randomUUID()), { code: 'NOT_FOUND' })
  })

  test('comes page by page, newest first, in one query each', async () => {
    const all = await trail(people.AUDITOR)
    const queries = vi.spyOn(product.deps.pool, 'query')
    const pages: string[] = []
    let cursor: string | null = null
    do {
      const page: { rows: { id: string }[]; next: string | null } = await product
        .as(people.AUDITOR)
        .evidence.trail({ recordId: review.roundId, limit: 3, cursor })
      pages.push(...page.rows.map(({ id }) => id))
      cursor = page.next
    } while (cursor !== null)
    expect(pages).toEqual(all.map(({ id }) => id))
    expect(queries).toHaveBeenCalledTimes(Math.ceil(all.length / 3))
    expect(pages.map(Number)).toEqual(pages.map(Number).toSorted((a, b) => b - a))
    await expect(
      product.as(people.AUDITOR).evidence.trail({ recordId: review.roundId, cursor: 'x' }),
    ).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })
})

test('decisions of DERFE reach the trail of others with the published matrix', async () => {
  product.clock.set('2017-12-26T06:00:00.000Z')
  await closeDueRounds(product.deps)
  await review.disposeAll()
  const coordinator = product.as(people.COORDINATOR)
  await coordinator.rounds.propose(await review.onRound())
  await product.as(people.DERFE_HEAD).rounds.returnProposal({ ...(await review.onRound()), reason: 'Falta fundar' })
  const decided = ['observations.dispose', 'rounds.propose', 'rounds.returnProposal']
  const seenBy = async (who: string) =>
    (await trail(who)).map(({ verb }) => verb).filter((verb) => decided.includes(verb))
  expect(await seenBy(people.COORDINATOR)).toEqual(decided.toReversed())
  expect(await seenBy(CHIAPAS)).toEqual([])
  const closing = (await trail(CHIAPAS)).find(({ verb }) => verb === 'rounds.close')
  expect(closing).toMatchObject({ person: null, role: 'system', organisation: null })
  expect(
    closing?.details.map(({ label }) => label),
    'who kept silent',
  ).not.toContain('No contestaron')

  await coordinator.rounds.propose(await review.onRound())
  await product.as(people.DERFE_HEAD).rounds.validate(await review.onRound())
  expect(await seenBy(CHIAPAS)).toContain('observations.dispose')
  const send = (await trail(JALISCO)).find(({ verb }) => verb === 'responses.send')
  expect(send, 'of another OPL').toMatchObject({
    folio: 'ACU/CHIS/2017/0001',
    details: [{ label: 'Observaciones', value: '1' }, {}, {}],
  })
  expect(
    (await trail(JALISCO)).filter(({ verb }) => verb === 'observations.save').map(({ details }) => details.length),
  ).toEqual([2, 0])
})

test('every act of a review is explained in Spanish, by an entry of its verb', async () => {
  const { rows } = await product.deps.pool.query<{ verb: string; body: string }>('SELECT verb, body FROM audit_event')
  expect(rows.length).toBeGreaterThan(10)
  for (const { verb, body } of rows) {
    const unknown = Object.keys(saidIn(body).details ?? {}).filter((name) => verbOf(verb).details[name] === undefined)
    expect(unknown, verb).toEqual([])
  }
})

test('the check of a trail names the chain, the act and the reason', async () => {
  const check = () => product.as(people.COORDINATOR).evidence.check({ recordId: review.roundId })
  expect(await check()).toEqual({ intact: true, events: expect.any(Number), broken: null })
  expect((await check()).events).toBe((await trail(people.COORDINATOR)).length)

  const { id } = await review.answer(CHIAPAS)
  const owner = new pg.Client({ connectionString: product.ownerUrl })
  await owner.connect()
  await owner.query('ALTER TABLE audit_event DISABLE TRIGGER USER')
  await owner.query(`UPDATE audit_event SET verb = 'responses.declareNone' WHERE record_id = $1 AND seq = 2`, [id])
  await owner.end()
  expect(await check()).toMatchObject({
    intact: false,
    broken: { seq: 2, reason: `En la cadena de respuesta ${id}: la columna verb no dice lo que dice el acto` },
  })
})
