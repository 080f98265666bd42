import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  providerSettings,
  startIdentityProvider,
  throughProvider,
  type TestIdentityProvider,
} from '../../testing/identity-provider.ts'
import { ADMINISTRATOR, liaison, oplHead } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
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
beforeEach(async () => {
  await product.query('DELETE FROM rate_limit')
  const email = liaison('jal')
  idp.signsIn({ sub: `sub of ${email}`, email, email_verified: true })
})

/** To the provider and back, up to the request that would let in. */
async function throughTheProvider(email: string) {
  const started = await fetch(`${server.origin}/auth/sso/start`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ providerId, email, returnTo: '/' }),
  })
  const { location } = (await started.json()) as { location: string }
  const back = await throughProvider(location, idp.issuer)
  const cookie = started.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
  return () => fetch(`${server.origin}${back.pathname}${back.search}`, { redirect: 'manual', headers: { cookie } })
}
const leadsTo = (response: Response) => response.headers.get('location')
const counted = async (email: string) =>
  (await product.query<{ count: number }>(`SELECT count FROM rate_limit WHERE key LIKE 'sign-in:%' || $1`, [email]))
    .rows[0]?.count

test('a flow is spent by whoever comes back first, and the provider is not asked again', async () => {
  const callback = await throughTheProvider(liaison('jal'))
  const both = await Promise.all([callback(), callback()])
  expect(new Set(both.map(leadsTo))).toEqual(new Set(['/', '/entrada-no-concedida?motivo=expired']))
  expect(leadsTo(await callback())).toBe('/entrada-no-concedida?motivo=expired')
  const { rows } = await product.query(`SELECT id FROM verification WHERE identifier LIKE 'sign-on:%'`)
  expect(rows).toEqual([])
})

test('of the attempt nothing is left where whoever came back is whose address was typed', async () => {
  await (
    await throughTheProvider(` ${liaison('jal').toUpperCase()}`)
  )()
  expect(await counted(liaison('jal'))).toBe(0)
})

test('nobody clears the count of another’s address by entering themselves', async () => {
  expect(leadsTo(await (await throughTheProvider(oplHead('jal')))())).toBe('/')
  expect(await counted(oplHead('jal'))).toBe(1)
})

test('those who come back are counted by address, whatever they bring', async () => {
  const callback = await throughTheProvider(liaison('jal'))
  await product.query(
    `INSERT INTO rate_limit (id, key, count, last_request) VALUES ('x', 'public:127.0.0.1', 120, $1)`,
    [Date.now()],
  )
  expect((await callback()).status).toBe(429)
})
