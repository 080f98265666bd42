import { randomUUID } from 'node:crypto'
import { wallClockAt } from '@portal/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { aReview } from '../../testing/review.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'

const CHIAPAS = people.liaison('chis')
const JALISCO = people.liaison('jal')
const REASON = '=2+2; el OPL pidió "más" tiempo\ny se acordó'

let product: TestProduct
let server: TestServer
let review: Awaited<ReturnType<typeof aReview>>
beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
  review = await aReview(product)
  await review.start(CHIAPAS)
  await review.draft(CHIAPAS)
  await review.start(JALISCO)
  product.clock.set('2017-12-15T06:30:00.000Z')
  await product.as(people.COORDINATOR).rounds.extend({
    ...(await review.onRound()),
    rule: { amount: 2, kind: 'natural_days' },
    reason: REASON,
  })
})
afterAll(async () => {
  await server.end()
  await product.end()
})

type Filters = Parameters<ReturnType<TestProduct['as']>['evidence']['log']>[0]
const log = async (filters: Filters = {}) => (await product.as(people.AUDITOR).evidence.log(filters)).rows
const verbs = async (filters: Filters) => (await log(filters)).map(({ verb }) => verb)

test('the auditor reads every act of everybody, the latest first, drafts of an OPL included', async () => {
  const events = await log()
  expect(events[0]).toMatchObject({ verb: 'rounds.extend', reason: REASON, organisation: 'DERFE' })
  expect(events.map(({ at }) => at)).toEqual(
    events
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  )
  const draft = events.find(({ verb }) => verb === 'observations.save')
  expect(draft).toMatchObject({ organisation: 'IEPC Chiapas', details: expect.arrayContaining([]) })
  expect(draft?.details.length).toBeGreaterThan(0)
})

test('nobody else reads it', async () => {
  for (const who of [people.COORDINATOR, people.ADMINISTRATOR, CHIAPAS]) {
    await expectRefusal(product.as(who).evidence.log({}), { code: 'FORBIDDEN' })
    const cookie = await server.cookieOf(who)
    expect((await fetch(`${server.origin}/exports/log.csv`, { headers: { cookie } })).status).toBe(403)
  }
})

test('it is narrowed by who, what, on what and when, alone and together', async () => {
  expect(await verbs({ organisationId: 'chis' })).toEqual(['observations.save', 'responses.start'])
  expect(await verbs({ personId: product.person(JALISCO).personId })).toEqual(['responses.start'])
  expect(await verbs({ verb: 'responses.start' })).toHaveLength(2)
  expect(await verbs({ recordKind: 'round' })).toEqual(['rounds.extend', 'rounds.open', 'rounds.prepare'])
  expect(await verbs({ recordId: review.roundId, verb: 'rounds.open' })).toEqual(['rounds.open'])
  // 00:30 of the 15th in central Mexico.
  expect(wallClockAt(Date.parse('2017-12-15T06:30:00.000Z'))).toEqual({ date: '2017-12-15', time: '00:30' })
  expect(await verbs({ from: '2017-12-15' })).toEqual(['rounds.extend'])
  expect(await verbs({ until: '2017-12-14', organisationId: 'derfe' })).toEqual(['rounds.open', 'rounds.prepare'])
  expect(await verbs({ from: '2017-12-16' })).toEqual([])
})

test('pages go on where the one before ended, also among acts of one instant', async () => {
  const whole = await log()
  const paged: typeof whole = []
  let cursor: string | null = null
  do {
    const { rows, next } = await product.as(people.AUDITOR).evidence.log({ limit: 2, cursor })
    paged.push(...rows)
    cursor = next
  } while (cursor !== null)
  expect(paged).toEqual(whole)
  expect(whole.length).toBeGreaterThan(5)
  await expect(product.as(people.AUDITOR).evidence.log({ cursor: 'bm8' })).rejects.toThrow('cursor')
})

test('what it can be narrowed to is what there is', async () => {
  const choices = await product.as(people.AUDITOR).evidence.logChoices()
  expect(choices.verbs).toEqual([...new Set((await log()).map(({ verb }) => verb))].toSorted())
  expect(choices.people.map(({ id }) => id).toSorted()).toEqual(
    [people.COORDINATOR, CHIAPAS, JALISCO].map((who) => product.person(who).personId).toSorted(),
  )
})

test('an event that somebody altered to no JSON is still found by its record and its act', async () => {
  const { pool } = product.deps
  const { rows } = await pool.query<{ indexed: string | null }>(
    `SELECT acting_organisation('{"actor":broken') AS indexed`,
  )
  expect(rows).toEqual([{ indexed: null }])
})

test('it is exported as the screen has it, and no cell of it is a formula', async () => {
  const cookie = await server.cookieOf(people.AUDITOR)
  const get = (query: string) => fetch(`${server.origin}/exports/log.csv${query}`, { headers: { cookie } })
  const answer = await get('?verb=rounds.extend')
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="bitacora.csv"')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [heading = '', ...rest] = new TextDecoder().decode(bytes).split('\r\n')
  expect(heading).toMatch(/^Fecha y hora \(centro de México\),Quién,Función/)
  expect(rest.join('\r\n')).toContain(`"'=2+2; el OPL pidió ""más"" tiempo\ny se acordó"`)
  expect(rest.join()).toContain('Prorrogó el cierre')
  const all = await (await get('')).text()
  expect(all.split('\r\n').filter((line) => /[0-9a-f]{64}$/.test(line))).toHaveLength((await log()).length)
  expect((await get(`?recordId=${randomUUID()}`)).status).toBe(200)
  expect((await get('?from=ayer')).status).toBe(404)
})

test('the trail of a record is narrowed and exported in the same way, as far as its reader may see it', async () => {
  const recordId = review.roundId
  const trail = async (who: string, filters: object) =>
    (await product.as(who).evidence.trail({ recordId, ...filters })).rows.map(({ verb }) => verb)
  const chiapas = product.person(CHIAPAS).personId
  expect(await trail(CHIAPAS, { personId: chiapas })).toEqual(['observations.save', 'responses.start'])
  expect(await trail(JALISCO, { personId: chiapas })).toEqual([])
  expect(await trail(CHIAPAS, { verb: 'rounds.extend' })).toEqual(['rounds.extend'])
  expect(await trail(CHIAPAS, { from: '2017-12-15' })).toEqual(['rounds.extend'])
  expect(await trail(CHIAPAS, { until: '2017-12-14', verb: 'rounds.open' })).toEqual(['rounds.open'])

  const choices = async (who: string) => await product.as(who).evidence.trailChoices({ recordId })
  expect((await choices(CHIAPAS)).people.map(({ id }) => id)).toContain(chiapas)
  expect((await choices(JALISCO)).people.map(({ id }) => id)).not.toContain(chiapas)
  expect((await choices(JALISCO)).verbs).not.toContain('observations.save')

  const get = async (who: string, path: string) =>
    await fetch(`${server.origin}/exports/records/${path}`, { headers: { cookie: await server.cookieOf(who) } })
  const own = await (await get(CHIAPAS, `${recordId}/acts.csv?personId=${chiapas}`)).text()
  expect(own.split('\r\n').filter((line) => /[0-9a-f]{64}$/.test(line))).toHaveLength(2)
  for (const [who, path] of [
    [people.liaison('pue'), `${recordId}/acts.csv`],
    [CHIAPAS, `${randomUUID()}/acts.csv`],
    [CHIAPAS, `${recordId}/acts.csv?from=ayer`],
    [CHIAPAS, 'x/acts.csv'],
  ] as const) {
    expect((await get(who, path)).status, path).toBe(404)
  }
})
