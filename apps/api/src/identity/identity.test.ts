import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COORDINATOR, liaison } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { sessionCookieName, sessionToken } from './session-cookie.ts'

const PASSWORD = 'a password of tests'
let product: TestProduct
let server: TestServer
beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
})
afterAll(async () => {
  await server.end()
  await product.end()
})

const run = (text: string, values: unknown[]) => product.deps.pool.query(text, values)
const roleOf = async (cookie: string) => (await server.identity.identify(cookie)).actor?.role ?? null

describe('who somebody is', () => {
  test('the latest appointment in force counts, on the day of central Mexico', async () => {
    const cookie = await server.cookieOf(liaison('chis'))
    const { personId } = product.person(liaison('chis'))
    expect(await roleOf(cookie)).toBe('opl_liaison')
    await run(
      `INSERT INTO appointment (person_id, organisation_id, role, from_day, until_day)
       VALUES ($1, 'chis', 'opl_head', '2017-12-15', '2017-12-15')`,
      [personId],
    )
    await expect.poll(() => roleOf(cookie)).toBe('opl_liaison')
    for (const [instant, role] of [
      ['2017-12-15T05:59:59.000Z', 'opl_liaison'],
      ['2017-12-15T06:00:00.000Z', 'opl_head'],
      ['2017-12-16T05:59:59.000Z', 'opl_head'],
      ['2017-12-16T06:00:00.000Z', 'opl_liaison'],
    ]) {
      product.clock.set(instant ?? '')
      await run('UPDATE person SET name = name WHERE id = $1', [personId])
      await expect.poll(() => roleOf(cookie)).toBe(role)
    }
  })

  test('a role of INE in an OPL, or of an OPL in INE, gives nothing', async () => {
    const cookie = await server.cookieOf(liaison('pue'))
    const { appointmentId } = product.person(liaison('pue'))
    await run(`UPDATE appointment SET role = 'derfe_head' WHERE id = $1`, [appointmentId])
    await expect.poll(() => roleOf(cookie)).toBeNull()
    await run(`UPDATE appointment SET role = 'opl_head', organisation_id = 'derfe' WHERE id = $1`, [appointmentId])
    await expect.poll(() => roleOf(cookie)).toBeNull()
    await run(`UPDATE appointment SET role = 'opl_head', organisation_id = 'pue' WHERE id = $1`, [appointmentId])
    await expect.poll(() => roleOf(cookie)).toBe('opl_head')
  })

  test('a session that has run out is nobody', async () => {
    const cookie = await server.cookieOf(COORDINATOR)
    expect(await roleOf(cookie)).toBe('derfe_coordinator')
    const token = sessionToken(cookie, 'portal.session_token', 'a secret that only these tests know, long enough')
    await run(`UPDATE session SET expires_at = now() - interval '1 second' WHERE token = $1`, [token])
    // No trigger announces that time has passed: what is kept for seconds goes with any change of identity.
    await run('UPDATE person SET name = name WHERE false', [])
    await expect.poll(() => server.identity.identify(cookie)).toMatchObject({ token: null, actor: null })
  })
})

describe('the cookie', () => {
  const secret = 'x'.repeat(32)
  test.each([
    undefined,
    '',
    'other=1',
    'portal.session_token',
    'portal.session_token=',
    'portal.session_token=abc',
    'portal.session_token=.sig',
    'portal.session_token=abc.',
    'portal.session_token=%E0%A4%A',
    `portal.session_token=${randomUUID()}.AAAA`,
  ])('%s is nobody', (header) => {
    expect(sessionToken(header, 'portal.session_token', secret)).toBeNull()
  })

  test('over https it is bound to the host, as browsers demand of its name', async () => {
    expect(sessionCookieName('http://localhost:4000')).toBe('portal.session_token')
    const publicUrl = 'https://portal.example'
    const secured = await startTestServer({ ...product, deps: { ...product.deps, publicUrl } })
    try {
      await run(`DELETE FROM account WHERE person_id = $1`, [product.person(COORDINATOR).personId])
      await run(
        `INSERT INTO account (id, account_id, provider_id, person_id, password, updated_at)
         VALUES ($1, $1, 'credential', $1, $2, now())`,
        [product.person(COORDINATOR).personId, await hashPassword(PASSWORD)],
      )
      const response = await fetch(`${secured.origin}/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: COORDINATOR, password: PASSWORD }),
      })
      expect(response.ok).toBe(true)
      for (const cookie of response.headers.getSetCookie()) {
        expect(cookie).toMatch(/^__Host-portal\./)
        const attributes = cookie.split('; ').slice(1)
        expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']))
        expect(attributes.some((attribute) => attribute.startsWith('Domain'))).toBe(false)
      }
      const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
      expect((await secured.identity.identify(cookie)).actor?.role).toBe('derfe_coordinator')
      expect((await secured.identity.identify(cookie.replace('__Host-', ''))).actor).toBeNull()
    } finally {
      await secured.end()
    }
  })
})
