import { hashPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { AccountView } from '@portal/contracts'
import { aBrowser } from '../../testing/browser.ts'
import { liaison } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'

const PASSWORD = 'una frase larga de prueba'
const CHIS = liaison('chis')

let product: TestProduct
let server: TestServer
beforeAll(async () => {
  product = await createTestProduct({ passwordHash: await hashPassword(PASSWORD) })
  server = await startTestServer(product)
})
afterAll(async () => {
  await server.end()
  await product.end()
})
beforeEach(() => product.query('DELETE FROM session'))

const entered = async (email = CHIS, userAgent = 'node') => {
  const browser = aBrowser(server)
  const body = { email, password: PASSWORD }
  await browser.post('/auth/sign-in/email', body, { 'user-agent': userAgent })
  return browser
}
const account = async (browser: ReturnType<typeof aBrowser>) => (await browser.ask('account.get')).body as AccountView

test('a person sees their own sessions and nobody else’s, and which one asks', async () => {
  const here = await entered(CHIS, 'Firefox')
  await entered(CHIS, 'Edge')
  await entered(liaison('jal'))
  const { sessions, ...rest } = await account(here)
  expect(rest).toMatchObject({
    email: CHIS,
    hasPassword: true,
    compulsory: false,
    totpSince: null,
    recoveryCodesLeft: 0,
  })
  expect(sessions.map(({ userAgent, current, method }) => [userAgent, current, method])).toEqual([
    ['Firefox', true, 'password'],
    ['Edge', false, 'password'],
  ])
  expect(sessions[0]?.address).toBe('127.0.0.1')
})

test('that a session is in use is noted, to the minute', async () => {
  const here = await entered()
  await product.query(`UPDATE session SET last_seen_at = now() - interval '2 days'`)
  const noted = async () =>
    (await product.query<{ recent: boolean }>(`SELECT last_seen_at > now() - interval '1 hour' AS recent FROM session`))
      .rows[0]?.recent
  await here.ask('account.get')
  await expect.poll(noted).toBe(true)
})

test('a session that is closed opens nothing at once, and hears nothing more', async () => {
  const here = await entered()
  const elsewhere = await entered()
  const stream = await fetch(`${server.origin}/live`, { headers: { cookie: elsewhere.cookie() } })
  const ended = stream.text()
  const { sessions } = await account(here)
  const other = sessions.find(({ current }) => !current)?.id
  expect((await here.act('account.closeSession', { id: other })).status).toBe(200)
  await ended
  await expect.poll(async () => (await elsewhere.ask('turn.mine')).status).toBe(401)
  expect((await here.ask('turn.mine')).status).toBe(200)
})

test('nobody closes another person’s session', async () => {
  const victim = await entered(liaison('jal'))
  const [theirs] = (await account(victim)).sessions
  const said = await (await entered()).act('account.closeSession', { id: theirs?.id })
  expect([said.status, said.refusal]).toEqual([404, { code: 'NOT_FOUND' }])
  expect((await victim.ask('turn.mine')).status).toBe(200)
})

test('all others close together, and it is on record', async () => {
  const [here, ...others] = [await entered(), await entered(), await entered()]
  expect((await here.act('account.closeOthers')).body).toEqual({ closed: 2 })
  for (const other of others) await expect.poll(async () => (await other.ask('turn.mine')).status).toBe(401)
  expect((await account(here)).sessions).toHaveLength(1)
  const { rows } = await product.query<{ body: string }>(
    `SELECT body FROM audit_event WHERE verb = 'account.closeSessions' ORDER BY seq DESC LIMIT 1`,
  )
  expect(JSON.parse(rows[0]?.body ?? '{}')).toMatchObject({ details: { closed: 2 } })
})

test('a new password asks for the old one, keeps the rule, and closes the other sessions', async () => {
  const email = liaison('pue')
  const here = await entered(email)
  const other = await entered(email)
  const change = (password: string, newPassword: string) =>
    here.act('account.changePassword', { password, newPassword })
  expect((await change('otra', 'ceiba azul y ñandú gris')).refusal).toEqual({ code: 'WRONG_PASSWORD' })
  expect((await change(PASSWORD, 'corta')).refusal).toEqual({ code: 'PASSWORD_NOT_ACCEPTED', why: 'too_short' })
  expect((await change(PASSWORD, 'ceiba azul y ñandú gris')).body).toEqual({ closed: 1 })
  await expect.poll(async () => (await other.ask('turn.mine')).status).toBe(401)
  expect((await aBrowser(server).signIn(email, PASSWORD)).status).toBe(401)
  expect((await aBrowser(server).signIn(email, 'ceiba azul y ñandú gris')).status).toBe(200)
  const { rows } = await product.query<{ body: string }>(
    `SELECT body FROM audit_event WHERE verb = 'account.changePassword'`,
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.body).not.toContain('ceiba')
})

test('the old password can not be guessed at an open screen', async () => {
  const here = await entered(liaison('yuc'))
  const guess = (password: string) =>
    here.act('account.changePassword', { password, newPassword: 'ceiba azul y ñandú' })
  for (let n = 0; n < 5; n += 1) expect((await guess(`otra ${n}`)).refusal).toEqual({ code: 'WRONG_PASSWORD' })
  expect((await guess(PASSWORD)).refusal).toEqual({ code: 'TOO_MANY_REQUESTS', seconds: expect.any(Number) as number })
})
