import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { COORDINATOR } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { MOST_PUBLIC_REQUESTS } from './public-requests.ts'

let product: TestProduct
let server: TestServer
let other: TestServer
beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
  other = await startTestServer(product)
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterAll(async () => {
  vi.useRealTimers()
  await other.end()
  await server.end()
  await product.end()
})

const verify = (at: TestServer, cookie = '') =>
  fetch(`${at.origin}/trpc/evidence.verify?input=${encodeURIComponent('{"code":"x"}')}`, { headers: { cookie } })
const invitation = () =>
  fetch(`${server.origin}/auth/invitacion/leer`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"token":"x"}',
  })

test('who asks without a session is told to wait, over all instances; who is signed in is not', async () => {
  for (let asked = 0; asked < MOST_PUBLIC_REQUESTS; asked += 1) {
    expect((await verify(asked % 2 === 0 ? server : other)).status).toBe(200)
  }
  const refused = await verify(other)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
  const { error } = (await refused.json()) as { error: { data: { refusal: unknown } } }
  expect(error.data.refusal).toEqual({ code: 'TOO_MANY_REQUESTS', seconds: 60 })

  vi.advanceTimersByTime(20_000)
  const guessed = await invitation()
  expect([guessed.status, guessed.headers.get('retry-after')]).toEqual([429, '40'])
  expect((await verify(server, await server.cookieOf(COORDINATOR))).status).toBe(200)

  vi.advanceTimersByTime(40_000)
  expect((await verify(server)).status).toBe(200)
  expect((await invitation()).status).toBe(404)
})
