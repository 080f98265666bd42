import { randomUUID } from 'node:crypto'
import { get as httpGet, type IncomingMessage } from 'node:http'
import type { LiveEvent } from '@portal/contracts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ADMINISTRATOR, AUDITOR, COORDINATOR, liaison, OBSERVER } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { payloadsOf } from './announcer.ts'
import { hears } from './audience.ts'

let product: TestProduct
let server: TestServer
let second: TestServer
beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
  second = await startTestServer(product)
})
afterAll(async () => {
  await second.end()
  await server.end()
  await product.end()
})

const streams: IncomingMessage[] = []
afterEach(() => {
  for (const stream of streams.splice(0)) stream.destroy()
})

/** Somebody's open stream, with what it has said so far. */
async function listen(origin: string, cookie: string, headers: Record<string, string> = {}) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    httpGet(`${origin}/live`, { headers: { cookie, ...headers } }, resolve).on('error', reject)
  })
  streams.push(response)
  const heard = { text: '', ended: false, status: response.statusCode, headers: response.headers }
  response.setEncoding('utf8')
  response.on('data', (part: string) => (heard.text += part))
  response.on('end', () => (heard.ended = true))
  return heard
}
const event = (verb: string): LiveEvent => ({
  id: '7',
  recordKind: 'round',
  recordId: randomUUID(),
  roundId: null,
  versionId: null,
  verb,
})

test('people on two instances hear of an act, each only of what is theirs', async () => {
  const chis = await listen(server.origin, await server.cookieOf(liaison('chis')))
  const jal = await listen(second.origin, await server.cookieOf(liaison('jal')))
  const derfe = await listen(second.origin, await server.cookieOf(COORDINATOR))
  const shared = event('rounds.open')
  server.deps.live.tell(event('observations.save'), ['chis'])
  server.deps.live.tell(shared, ['chis', 'jal', 'derfe'])
  for (const heard of [chis, jal, derfe]) {
    await expect.poll(() => heard.text).toContain(`id: 7\ndata: ${JSON.stringify(shared)}\n\n`)
  }
  expect(chis.text).toContain('observations.save')
  expect(jal.text + derfe.text).not.toContain('observations.save')
  expect(chis.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-content-type-options': 'nosniff',
  })
})

test('whoever comes back is told first that something may be missing', async () => {
  const cookie = await server.cookieOf(COORDINATOR)
  const back = await listen(server.origin, cookie, { 'last-event-id': '3' })
  await expect.poll(() => back.text).toMatch(/^retry: 3000\n\nevent: resync\ndata: \{\}\n\n/)
  const first = await listen(server.origin, cookie)
  await expect.poll(() => first.text).toBe('retry: 3000\n\n')
})

test('without a session there is nothing to hear', async () => {
  expect((await listen(server.origin, '')).status).toBe(401)
})

test('a sign of life keeps streams open, and ends those of sessions and appointments that have ended', async () => {
  const cookie = await server.cookieOf(liaison('mor'))
  const stays = await listen(server.origin, await server.cookieOf(COORDINATOR))
  const leaves = await listen(server.origin, cookie)
  const token = decodeURIComponent(cookie).split('=')[1]?.split('.')[0]
  await product.reader.rows({ name: 'test_sign_out', text: 'DELETE FROM session WHERE token = $1' }, [token])
  await server.hub.beat()
  await expect.poll(() => [stays.ended, leaves.ended]).toEqual([false, true])
  await expect.poll(() => stays.text).toContain(': \n\n')
  expect(leaves.text).toMatch(/event: ended\ndata: \{\}\n\n$/)
})

test('when the listening connection comes back, everybody asks again for what is on screen', async () => {
  const heard = await listen(second.origin, await server.cookieOf(COORDINATOR))
  const { rows } = await second.listener.withConnection((connection) =>
    connection.query('SELECT pg_backend_pid() AS pid'),
  )
  await product.reader.rows({ name: 'test_cut', text: 'SELECT pg_terminate_backend($1)' }, [rows[0].pid])
  await expect.poll(() => heard.text, { timeout: 5000 }).toContain('event: resync')
  second.deps.live.tell(event('rounds.extend'), null)
  await expect.poll(() => heard.text).toContain('rounds.extend')
})

test('the audience is exact', () => {
  const who = (email: string) => product.person(email)
  const all = [liaison('chis'), liaison('jal'), COORDINATOR, OBSERVER, AUDITOR, ADMINISTRATOR]
  const heard = (audience: string[] | null) => all.map((email) => hears(who(email), audience))
  expect(heard(null)).toEqual([true, true, true, true, true, true])
  expect(heard(['chis'])).toEqual([true, false, false, false, true, false])
  expect(heard(['chis', 'derfe'])).toEqual([true, false, true, true, true, false])
})

test('acts of one moment travel in as few announcements as PostgreSQL takes, and none is lost', () => {
  const announced = Array.from({ length: 200 }, (_, n) => ({
    event: { ...event('x'), id: String(n) },
    audience: ['chis'],
  }))
  const payloads = payloadsOf(announced)
  expect(payloads.length).toBeLessThan(10)
  for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8000)
  expect(payloads.flatMap((payload) => JSON.parse(payload) as unknown[])).toEqual(announced)
  expect(payloadsOf([])).toEqual([])
})
