import { request as rawRequest } from 'node:http'
import { text } from 'node:stream/consumers'
import { hashPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COORDINATOR, liaison } from '../testing/people.ts'
import { createTestProduct, type TestProduct } from '../testing/product.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { signInAttempt } from './identity/sign-in-attempts.ts'

const PASSWORD = 'a password of tests'
let product: TestProduct
let server: TestServer
let coordinator: string
beforeAll(async () => {
  product = await createTestProduct({ passwordHash: await hashPassword(PASSWORD) })
  server = await startTestServer(product)
  coordinator = await server.signIn(COORDINATOR, PASSWORD)
})
afterAll(async () => {
  await server.end()
  await product.end()
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${server.origin}${path}`, { headers })
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const session = async (cookie: string) => {
  const { result } = (await (await get('/trpc/session.current', { cookie })).json()) as { result: { data: unknown } }
  return result.data
}

describe('sessions', () => {
  test('whoever signs in is known under the appointment in force, until they sign out', async () => {
    const cookie = await server.signIn(liaison('chis'), PASSWORD)
    expect(await session(cookie)).toMatchObject({ actor: { email: liaison('chis'), role: 'opl_liaison' } })
    const out = await post('/auth/sign-out', {}, { cookie })
    expect(out.status).toBe(200)
    await expect.poll(() => session(cookie)).toMatchObject({ actor: null, withoutAppointment: false })
  })

  test('the cookie is out of reach of scripts and of other sites, and the token is not in the body', async () => {
    const response = await post('/auth/sign-in/email', { email: COORDINATOR, password: PASSWORD })
    const [cookie] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^portal\.session_token=.*HttpOnly.*SameSite=Lax/i)
    expect(await response.json()).toEqual({ ok: true })
  })

  test('a forged signature is nobody', async () => {
    const token = decodeURIComponent(coordinator).split('=')[1]?.split('.')[0]
    const forged = `portal.session_token=${token}.${Buffer.alloc(32, 7).toString('base64')}`
    expect(await session(forged)).toMatchObject({ actor: null })
    expect(await session(`portal.session_token=${token}`)).toMatchObject({ actor: null })
  })

  test('an appointment that ended yesterday is none, from the next request on', async () => {
    const cookie = await server.signIn(liaison('gto'), PASSWORD)
    expect(await session(cookie)).toMatchObject({ withoutAppointment: false })
    await product.reader.rows({ name: 'test_end', text: `UPDATE appointment SET until_day = $1 WHERE id = $2` }, [
      '2017-12-13',
      product.person(liaison('gto')).appointmentId,
    ])
    await expect.poll(() => session(cookie)).toMatchObject({ actor: null, withoutAppointment: true })
    const refused = await get('/trpc/directory.organisations', { cookie })
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ error: { data: { refusal: { code: 'NO_APPOINTMENT' } } } })
  })

  test('ten failures close an account to one address, whatever the password then; nobody else is touched', async () => {
    for (let failures = 0; failures < 10; failures += 1) {
      expect(await signInAttempt(product.reader, ` ${liaison('yuc').toUpperCase()}`, '127.0.0.1')).toMatchObject({
        allowed: true,
      })
    }
    const closed = await post('/auth/sign-in/email', { email: liaison('yuc'), password: PASSWORD })
    expect(closed.status).toBe(429)
    const { refusal } = (await closed.json()) as { refusal: { code: string; seconds: number } }
    expect(refusal).toEqual({ code: 'TOO_MANY_REQUESTS', seconds: expect.any(Number) as number })
    expect(refusal.seconds).toBeGreaterThan(9 * 60)
    expect(closed.headers.get('retry-after')).toBe(String(refusal.seconds))
    expect(await signInAttempt(product.reader, liaison('yuc'), '192.0.2.7')).toMatchObject({ allowed: true })
    expect(await signInAttempt(product.reader, liaison('pue'), '127.0.0.1')).toMatchObject({ allowed: true })
  })

  test('a wrong password and an unknown address get the same answer', async () => {
    const wrong = await post('/auth/sign-in/email', { email: COORDINATOR, password: 'wrong' })
    const unknown = await post('/auth/sign-in/email', { email: 'nadie@demo.test', password: 'wrong' })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    const { code } = (await wrong.json()) as { code: string }
    expect(await unknown.json()).toMatchObject({ code })
  })

  test('nobody signs up, and better-auth answers nothing else', async () => {
    for (const path of ['/auth/sign-up/email', '/auth/update-user', '/auth/change-email', '/auth/get-session']) {
      const response = await post(path, { email: 'x@demo.test', password: PASSWORD, name: 'X' })
      expect([path, response.status]).toEqual([path, 404])
    }
  })
})

describe('requests from elsewhere', () => {
  test('another site changes nothing; our own does', async () => {
    for (const headers of [
      { origin: 'https://elsewhere.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: server.origin },
    ]) {
      expect((await post('/auth/sign-out', {}, headers)).status).toBe(403)
    }
    const own = { 'sec-fetch-site': 'same-origin', origin: server.origin }
    expect((await post('/auth/sign-out', {}, own)).status).toBe(200)
  })
})

describe('the portal', () => {
  test('every page carries the nonce that its policy names, a new one each time', async () => {
    const nonces = new Set<string>()
    for (const path of ['/', '/rondas/1', '/verificar/abc']) {
      const response = await get(path, { accept: 'text/html' })
      const policy = response.headers.get('content-security-policy') ?? ''
      const nonce = /style-src 'self' 'nonce-([\w-]+)'/.exec(policy)?.[1] ?? 'none'
      expect(await response.text()).toContain(`content="${nonce}"`)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(policy).not.toMatch(/unsafe|\*/)
      expect(policy).toContain("default-src 'none'")
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(3)
  })

  test('who takes anything gets the page of an address, but not instead of a file that is not there', async () => {
    const typeOf = async (path: string, headers: Record<string, string>) =>
      (await get(path, headers)).headers.get('content-type')
    for (const path of ['/', '/verificar/abc']) expect(await typeOf(path, { accept: '*/*' })).toContain('text/html')
    expect(await typeOf('/gone.js', { accept: '*/*' })).toContain('application/json')
    expect(await typeOf('/', { accept: '*/*', 'sec-fetch-dest': 'empty' })).toContain('application/json')
    expect((await fetch(server.origin, { method: 'HEAD' })).status).toBe(200)
  })

  test('built files are compressed, and kept for ever where their name has a hash', async () => {
    const script = await get('/assets/index-abc123.js', { 'accept-encoding': 'gzip' })
    expect(script.headers.get('content-encoding')).toBe('gzip')
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect(await script.text()).toContain('console.log("portal");')
    const icon = await get('/icono.svg')
    expect(icon.headers.get('cache-control')).toBe('no-cache')
    expect((await get('/icono.svg', { 'if-none-match': icon.headers.get('etag') ?? '' })).status).toBe(304)
  })

  test('what is no page and not there says so, also to whoever climbs out of the directory', async () => {
    const html = { accept: 'text/html' }
    for (const path of ['/assets/gone.js', '/files', '/auth/x', '/%2e%2e/%2e%2e/etc/passwd', '/%']) {
      const response = await get(path, html)
      const text = await response.text()
      expect([path, response.headers.get('x-content-type-options')]).toEqual([path, 'nosniff'])
      if (path.includes('%2e')) expect(text).not.toContain('root:')
      else expect([path, response.status, JSON.parse(text).refusal]).toEqual([path, 404, { code: 'NOT_FOUND' }])
    }
    expect(await pathAsIs('/../../../../etc/passwd')).not.toContain('root:')
  })
})

/** `fetch` would tidy the path up. */
const pathAsIs = (path: string) =>
  new Promise<string>((resolve, reject) => {
    rawRequest(server.origin, { path }, (response) => void text(response).then(resolve, reject))
      .on('error', reject)
      .end()
  })

describe('errors', () => {
  test('a refusal and a bug carry the id under which the log has them, and never a stack', async () => {
    const refused = await get('/trpc/directory.organisations')
    const body = await refused.text()
    expect(refused.status).toBe(401)
    const { error } = JSON.parse(body)
    expect(error.data).toEqual({
      code: 'UNAUTHORIZED',
      httpStatus: 401,
      refusal: { code: 'NOT_SIGNED_IN' },
      requestId: refused.headers.get('x-request-id'),
    })
    expect(body).not.toMatch(/stack|\.ts:/)
  })

  test('without a database every request says so with its id, and the product is not ready', async () => {
    const broken = await createTestProduct()
    const alone = await startTestServer(broken)
    await broken.deps.pool.end()
    const response = await fetch(`${alone.origin}/trpc/session.current`, { headers: { cookie: coordinator } })
    const said = await response.text()
    expect(response.status).toBe(500)
    expect(JSON.parse(said).error.message).toBe('INTERNAL_SERVER_ERROR')
    expect(JSON.parse(said).error.data.requestId).toBe(response.headers.get('x-request-id'))
    expect(said).not.toMatch(/stack|pool|\.ts/)
    const ready = await fetch(`${alone.origin}/health/ready`)
    expect([ready.status, await ready.json()]).toMatchObject([503, { database: false }])
    await alone.end()
  })

  test('a body beyond the limit is refused before it is read', async () => {
    const response = await post('/trpc/session.current', { text: 'x'.repeat(3_000_000) })
    expect(response.status).toBe(413)
  })
})

test('health says whether requests may be sent here', async () => {
  expect((await get('/health/live')).status).toBe(200)
  expect(await (await get('/health/ready')).json()).toEqual({
    status: 'ok',
    database: true,
    migrations: true,
    stopping: false,
  })
})
