import type { AccountView } from '@portal/contracts'
import { hashPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aBrowser } from '../../testing/browser.ts'
import { anAuthenticator } from '../../testing/passkey.ts'
import { DERFE_HEAD, liaison } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'

const PASSWORD = 'una frase larga de prueba'
const CHIS = liaison('chis')

let product: TestProduct
let server: TestServer
let other: TestServer
beforeAll(async () => {
  product = await createTestProduct({ passwordHash: await hashPassword(PASSWORD), secondFactor: 'compulsory' })
  server = await startTestServer(product)
  other = await startTestServer(product)
})
afterAll(async () => {
  await other.end()
  await server.end()
  await product.end()
})
beforeEach(async () => {
  await product.query('DELETE FROM passkey')
  await product.query('DELETE FROM recovery_code')
  await product.query('DELETE FROM rate_limit')
})

type Challenge = { challenge: string }
type Browser = ReturnType<typeof aBrowser>

const entered = async (email: string) => {
  const browser = aBrowser(server)
  await browser.signIn(email, PASSWORD)
  return browser
}
const offered = async (browser: Browser) =>
  (await browser.act('account.offerPasskey', { password: PASSWORD })).body as Challenge
const asked = async (browser: Browser) => (await browser.post('/auth/llave/opciones', {})).body as Challenge

/** Somebody with a passkey, and the session in which it was added. */
async function withPasskey(email: string) {
  const browser = await entered(email)
  const authenticator = anAuthenticator(product.deps.publicUrl)
  const added = await browser.act('account.addPasskey', {
    name: 'Teléfono',
    credential: authenticator.create(await offered(browser)),
  })
  expect(added.status).toBe(200)
  return { browser, authenticator, codes: (added.body as { codes: string[] }).codes }
}
const REFUSED = { code: 'PASSKEY_NOT_ACCEPTED' }

describe('a passkey', () => {
  test('is the second factor that a role needs, comes with recovery codes, and enters alone', async () => {
    const { browser, authenticator, codes } = await withPasskey(DERFE_HEAD)
    expect(codes).toHaveLength(10)
    expect((await browser.ask('turn.mine')).status).toBe(200)

    const elsewhere = aBrowser(other)
    const credential = authenticator.get(await asked(elsewhere))
    expect((await elsewhere.post('/auth/llave', { credential })).status).toBe(200)
    expect((await elsewhere.ask('turn.mine')).status).toBe(200)
    const { sessions, passkeys } = (await elsewhere.ask('account.get')).body as AccountView
    expect(sessions[0]).toMatchObject({ current: true, method: 'passkey', secondFactor: 'passkey' })
    expect(passkeys).toMatchObject([{ name: 'Teléfono', lastUsedAt: expect.any(String) as string }])
  })

  test('stands in for the code after the password, and the session left half way is gone', async () => {
    const { authenticator } = await withPasskey(CHIS)
    const browser = await entered(CHIS)
    const before = browser.cookie()
    expect((await browser.ask('turn.mine')).refusal).toEqual({ code: 'SECOND_FACTOR_REQUIRED', step: 'enter' })
    await browser.post('/auth/llave', { credential: authenticator.get(await asked(browser)) })
    expect((await browser.ask('turn.mine')).status).toBe(200)
    await expect.poll(async () => (await aBrowser(server, before).ask('account.get')).status).toBe(401)
  })

  test('that is lost is replaced by a recovery code after the password', async () => {
    const { codes } = await withPasskey(CHIS)
    const browser = await entered(CHIS)
    expect((await browser.post('/auth/segundo-factor', { code: codes[3] })).status).toBe(200)
  })

  test('is removed by its own person alone, with the password, and not where it is the last that a role needs', async () => {
    const { browser } = await withPasskey(CHIS)
    const [passkey] = ((await browser.ask('account.get')).body as AccountView).passkeys
    const remove = (who: Browser, password = PASSWORD) =>
      who.act('account.removePasskey', { id: passkey?.id, password })
    expect((await remove(await entered(liaison('jal')))).refusal).toEqual({ code: 'NOT_FOUND' })
    expect((await remove(browser, 'otra')).refusal).toEqual({ code: 'WRONG_PASSWORD' })
    expect((await remove(browser)).status).toBe(200)

    const head = await withPasskey(DERFE_HEAD)
    const [last] = ((await head.browser.ask('account.get')).body as AccountView).passkeys
    const said = await head.browser.act('account.removePasskey', { id: last?.id, password: PASSWORD })
    expect(said.refusal).toEqual({ code: 'LAST_SECOND_FACTOR' })
  })
})

describe('no passkey enters', () => {
  test.each([
    ['from a page of another site', { origin: 'https://portal.example' }],
    ['made for another host', { rpId: 'portal.example' }],
    ['whose person did not show who they are', { verified: false }],
    ['whose counter goes back', { counter: 1 }],
  ])('%s', async (_case, forged) => {
    const { authenticator } = await withPasskey(CHIS)
    const browser = aBrowser(server)
    await browser.post('/auth/llave', { credential: authenticator.get(await asked(browser)) })
    const said = await browser.post('/auth/llave', { credential: authenticator.get(await asked(browser), forged) })
    expect([said.status, said.refusal]).toEqual([422, REFUSED])
  })

  test('twice with one answer, nor with a challenge that was not made to enter', async () => {
    const { browser: own, authenticator } = await withPasskey(CHIS)
    const browser = aBrowser(server)
    const credential = authenticator.get(await asked(browser))
    expect((await browser.post('/auth/llave', { credential })).status).toBe(200)
    expect((await browser.post('/auth/llave', { credential })).refusal).toEqual(REFUSED)
    const forAdding = authenticator.get(await offered(own))
    expect((await browser.post('/auth/llave', { credential: forAdding })).refusal).toEqual(REFUSED)
  })

  test('that nobody has', async () => {
    const browser = aBrowser(server)
    const credential = anAuthenticator(product.deps.publicUrl).get(await asked(browser))
    expect((await browser.post('/auth/llave', { credential })).refusal).toEqual(REFUSED)
    expect((await browser.post('/auth/llave', { credential: { id: 'x' } })).status).toBe(400)
  })
})

test('no passkey is added that was offered to somebody else, or does not ask who its person is', async () => {
  const browser = await entered(CHIS)
  const thief = await entered(liaison('jal'))
  const authenticator = anAuthenticator(product.deps.publicUrl)
  const add = (who: Browser, credential: unknown) => who.act('account.addPasskey', { name: 'Llave', credential })
  const stolen = authenticator.create(await offered(browser))
  expect((await add(thief, stolen)).refusal).toEqual(REFUSED)
  const unverified = authenticator.create(await offered(browser), { verified: false })
  expect((await add(browser, unverified)).refusal).toEqual(REFUSED)
  expect((await product.query('SELECT id FROM passkey')).rows).toEqual([])
})
