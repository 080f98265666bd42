import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as people from '../testing/people.ts'
import { createTestProduct, type TestProduct } from '../testing/product.ts'
import { aReview } from '../testing/review.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'

const CHIAPAS = people.liaison('chis')

let product: TestProduct
let server: TestServer
let review: Awaited<ReturnType<typeof aReview>>
beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
  review = await aReview(product)
  await review.start(CHIAPAS)
})
afterAll(async () => {
  await server.end()
  await product.end()
})

const get = (path: string, cookie: string, headers: Record<string, string> = {}) =>
  fetch(server.origin + path, { headers: { cookie, ...headers }, signal: AbortSignal.timeout(10_000) })
const post = (path: string, cookie: string, input: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}/trpc/${path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(input),
  })
const refusalOf = async (response: Response): Promise<unknown> => {
  const body = (await response.json()) as { error?: { data: { refusal: unknown } }; refusal?: unknown }
  return body.error?.data.refusal ?? body.refusal
}
const count = async (table: 'observation' | 'audit_event' | 'receipt'): Promise<number> =>
  (await product.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`)).rows[0]?.count ?? 0

const draft = async (texts: { says: string; shouldSay: string; rationale: string; legalBasis: string }) => ({
  key: randomUUID(),
  seen: null,
  id: null,
  responseId: (await review.answer(CHIAPAS)).id,
  target: { kind: 'clause', clauseId: review.clauseIds[0] ?? '' },
  type: 'substance',
  ...texts,
})
const PLAIN = { says: 'a', shouldSay: 'b', rationale: 'c', legalBasis: 'd' }

describe('a stolen session cookie', () => {
  const everywhere = async (cookie: string) => {
    const act = await post('observations.save', cookie, await draft(PLAIN))
    const read = await get(`/trpc/observations.list?input=${encodeURIComponent(JSON.stringify(review))}`, cookie)
    const file = await get(`/files/${randomUUID()}`, cookie)
    const matrix = await get(`/exports/rounds/${review.roundId}/matrix.xlsx`, cookie)
    const live = await get('/live', cookie)
    await live.body?.cancel()
    return [act, read, file, matrix, live].map(({ status }) => status)
  }

  test('opens nothing once its owner has signed out', async () => {
    const cookie = await server.cookieOf(CHIAPAS)
    expect(await everywhere(cookie)).toEqual([200, 200, 404, 200, 200])
    const out = await fetch(`${server.origin}/auth/sign-out`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{}',
    })
    expect(out.status).toBe(200)
    await expect.poll(() => everywhere(cookie)).toEqual([401, 401, 401, 401, 401])
  })

  test('opens nothing once the appointment has ended', async () => {
    const cookie = await server.cookieOf(people.oplHead('chis'))
    expect((await everywhere(cookie)).slice(0, 2)).toEqual([200, 200])
    await product.query('UPDATE appointment SET until_day = $1 WHERE id = $2', [
      '2017-12-13',
      product.person(people.oplHead('chis')).appointmentId,
    ])
    await expect.poll(() => everywhere(cookie)).toEqual([403, 403, 403, 403, 403])
  })
})

describe('a request sent again', () => {
  test('answers as the first time, and does nothing', async () => {
    const cookie = await server.cookieOf(CHIAPAS)
    const input = await draft(PLAIN)
    const first = await (await post('observations.save', cookie, input)).text()
    const before = [await count('observation'), await count('audit_event')]
    const again = await Promise.all(Array.from({ length: 5 }, () => post('observations.save', cookie, input)))
    for (const response of again) expect([response.status, await response.text()]).toEqual([200, first])
    expect([await count('observation'), await count('audit_event')]).toEqual(before)
  })

  test('with what it says changed, or by another OPL, is refused', async () => {
    const input = await draft(PLAIN)
    const cookie = await server.cookieOf(CHIAPAS)
    expect((await post('observations.save', cookie, input)).status).toBe(200)
    const before = await count('observation')
    const changed = await post('observations.save', cookie, { ...input, says: 'otra cosa' })
    expect(await refusalOf(changed)).toEqual({ code: 'KEY_REUSED' })
    const other = await post('observations.save', await server.cookieOf(people.liaison('jal')), input)
    expect([other.status, await refusalOf(other)]).toEqual([404, { code: 'NOT_FOUND' }])
    expect(await count('observation')).toBe(before)
  })
})

test('a stream of live updates opens for no cookie that we did not sign, and for no other site to read', async () => {
  const cookie = await server.cookieOf(CHIAPAS)
  const token = decodeURIComponent(cookie).split('=')[1]?.split('.')[0] ?? ''
  const forged = [`portal.session_token=${token}`, `portal.session_token=${token}.${'A'.repeat(43)}=`]
  for (const one of forged) expect((await get('/live', one)).status).toBe(401)
  const elsewhere = await get('/live', cookie, { origin: 'https://elsewhere.example' })
  expect(elsewhere.headers.get('access-control-allow-origin')).toBeNull()
  expect(elsewhere.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  await elsewhere.body?.cancel()
})

test('another site posts nothing with somebody’s cookie, in whatever form a browser lets it', async () => {
  const cookie = await server.cookieOf(CHIAPAS)
  const before = [await count('observation'), await count('audit_event')]
  const elsewhere: Record<string, string>[] = [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { origin: 'https://elsewhere.example', 'content-type': 'text/plain' },
    { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
    { 'sec-fetch-site': 'same-site' },
  ]
  for (const headers of elsewhere) {
    expect((await post('observations.save', cookie, await draft(PLAIN), headers)).status).toBe(403)
  }
  // Nor does a link: what changes something is never a GET.
  const link = `/trpc/observations.save?input=${encodeURIComponent(JSON.stringify(await draft(PLAIN)))}`
  expect((await get(link, cookie)).status).toBe(405)
  expect([await count('observation'), await count('audit_event')]).toEqual(before)
})

describe('SQL, markup and formulas in every text of an observation', () => {
  const HOSTILE = [
    `'); DROP TABLE observation; --`,
    `' OR '1'='1`,
    '$1; SELECT pg_sleep(10)',
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    '{{constructor.constructor("return 1")()}} ${7*7}',
    "=cmd|' /C calc'!A0",
    '@SUM(1+1)',
    "-2+3+cmd|' /C calc'!A0",
  ]

  test.each(HOSTILE)('%j is kept and given back as it was typed', async (text) => {
    const cookie = await server.cookieOf(CHIAPAS)
    const input = await draft({ says: text, shouldSay: text, rationale: text, legalBasis: text })
    const before = await count('observation')
    const saved = await post('observations.save', cookie, input)
    expect(saved.status).toBe(200)
    const { result } = (await saved.json()) as { result: { data: { recordId: string } } }
    const id = encodeURIComponent(JSON.stringify({ id: result.data.recordId }))
    const read = await get(`/trpc/observations.get?input=${id}`, cookie)
    expect(read.headers.get('content-type')).toMatch(/^application\/json/)
    expect(await read.json()).toMatchObject({
      result: { data: { says: text, shouldSay: text, rationale: text, legalBasis: text } },
    })
    expect(await count('observation')).toBe(before + 1)
  })

  test.each(HOSTILE)('%j finds nothing as an id, and breaks nothing', async (text) => {
    const cookie = await server.cookieOf(CHIAPAS)
    for (const path of ['observations.get', 'rounds.get', 'specifications.get']) {
      const asked = await get(`/trpc/${path}?input=${encodeURIComponent(JSON.stringify({ id: text }))}`, cookie)
      expect([path, asked.status]).toEqual([path, 400])
    }
    for (const path of ['/files/', '/receipts/', '/exports/rounds/']) {
      expect((await get(path + encodeURIComponent(text), cookie)).status).toBe(404)
    }
  })
})
