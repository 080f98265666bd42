import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  providerSettings,
  startIdentityProvider,
  throughProvider,
  type TestIdentityProvider,
} from '../../testing/identity-provider.ts'
import { ADMINISTRATOR, liaison, oplHead } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'

let product: TestProduct
let server: TestServer
let idp: TestIdentityProvider
let providerId: string
beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
  idp = await startIdentityProvider(`${product.deps.publicUrl}/auth/sso/callback`)
  providerId = (await product.as(ADMINISTRATOR).signOn.register(providerSettings(idp.issuer))).recordId
})
afterAll(async () => {
  await idp.end()
  await server.end()
  await product.end()
})

const reason = 'Su institución le dio otra cuenta'
const unbind = (email: string, changes: object = {}) => {
  const { personId } = product.person(email)
  return product.as(ADMINISTRATOR).signOn.unbind({ key: randomUUID(), personId, providerId, reason, ...changes })
}
const rowOf = async (search: string) => (await product.as(ADMINISTRATOR).people.list({ search, limit: 1 })).rows[0]

/** With an account of the provider: where the portal leads then, and the cookie of the session. */
async function enter(email: string, sub: string) {
  idp.signsIn({ sub, email, email_verified: true })
  const started = await fetch(`${server.origin}/auth/sso/start`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ providerId, email, returnTo: '/rondas' }),
  })
  const { location } = (await started.json()) as { location: string }
  const back = await throughProvider(location, idp.issuer)
  const cookie = started.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
  const came = await fetch(`${server.origin}${back.pathname}${back.search}`, {
    redirect: 'manual',
    headers: { cookie },
  })
  const session = came.headers.getSetCookie().find((set) => set.includes('session_token')) ?? ''
  return { to: came.headers.get('location'), session: session.split(';', 1)[0] ?? '' }
}
const roleOf = async (session: string) => (await server.identity.identify(session)).actor?.role ?? null

test('whose account was replaced is bound to the new one, once an administrator let the old one go', async () => {
  const email = liaison('jal')
  const { session } = await enter(email, 'the account before')
  const replaced = '/entrada-no-concedida?motivo=other_subject'
  expect(await enter(email, 'the new account')).toEqual({ to: replaced, session: '' })
  expect(await rowOf(email)).toMatchObject({ provider: { id: providerId, name: 'IEPC Jalisco' } })
  expect((await rowOf(email))?.allowed).toContain('unbind')

  await unbind(email)
  await expect.poll(() => roleOf(session)).toBeNull()
  const row = await rowOf(email)
  expect([row?.provider, row?.allowed.includes('unbind')]).toEqual([null, false])
  expect(await roleOf((await enter(email, 'the new account')).session)).toBe('opl_liaison')
  expect(await enter(email, 'the account before')).toEqual({ to: replaced, session: '' })
})

test('it is on record with its reason, and whose account it was', async () => {
  const email = oplHead('jal')
  await enter(email, 'the head')
  const { recordId } = await unbind(email)
  const { rows } = await product.as(ADMINISTRATOR).evidence.trail({ recordId, limit: 10 })
  const event = rows.find(({ verb }) => verb === 'signOn.unbind')
  expect(event).toMatchObject({ reason })
  expect(JSON.stringify(event)).toContain('the head')
})

test('only who is bound there is unbound, by somebody else, and a session with a password stays', async () => {
  const email = liaison('jal')
  const kept = await server.cookieOf(oplHead('jal'))
  await enter(oplHead('jal'), 'the head anew')
  await unbind(oplHead('jal'))
  expect(await roleOf(kept)).toBe('opl_head')
  await expectRefusal(unbind(oplHead('jal')), {
    code: 'NOT_BOUND',
    provider: 'IEPC Jalisco',
  })
  await expectRefusal(unbind(ADMINISTRATOR), { code: 'FORBIDDEN' })
  await expectRefusal(unbind(email, { providerId: randomUUID() }), { code: 'NOT_FOUND' })
  await expect(unbind(email, { reason: ' ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})
