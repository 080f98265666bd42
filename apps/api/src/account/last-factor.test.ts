import { hashPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aBrowser } from '../../testing/browser.ts'
import { aDelegation } from '../../testing/delegation.ts'
import { COORDINATOR, DERFE_HEAD, liaison, oplHead } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'

const PASSWORD = 'una frase larga de prueba'

let product: TestProduct
let server: TestServer
beforeAll(async () => {
  product = await createTestProduct({ passwordHash: await hashPassword(PASSWORD), secondFactor: 'compulsory' })
  server = await startTestServer(product)
})
afterAll(async () => {
  await server.end()
  await product.end()
})

/** Somebody with one factor, in a session that has shown it. */
async function withOneFactor(email: string) {
  const { personId } = product.person(email)
  await product.query(`INSERT INTO totp (person_id, secret, confirmed_at) VALUES ($1, 'x', now())`, [personId])
  const browser = aBrowser(server, await server.cookieOf(email))
  await product.query(`UPDATE session SET second_factor = 'totp' WHERE person_id = $1`, [personId])
  return browser
}
const remove = async (browser: ReturnType<typeof aBrowser>) =>
  (await browser.act('account.removeTotp', { password: PASSWORD })).refusal
const LAST = { code: 'LAST_SECOND_FACTOR' }

test('the last factor that the own role needs stays while its person acts for somebody who needs none', async () => {
  const browser = await withOneFactor(oplHead('chis'))
  const delegationId = await aDelegation(product, oplHead('chis'), liaison('chis'))
  expect((await browser.post('/auth/actuar-por', { delegationId })).status).toBe(204)
  await expect
    .poll(async () => (await browser.ask('session.current')).body)
    .toMatchObject({ actor: { role: 'opl_liaison' } })
  expect(await remove(browser)).toEqual(LAST)
  expect((await browser.ask('account.get')).body).toMatchObject({ compulsory: true })
})

test('the last factor that a role needs stays as long as its person may act in it, and no longer', async () => {
  const browser = await withOneFactor(COORDINATOR)
  const delegationId = await aDelegation(product, COORDINATOR, DERFE_HEAD)
  expect(await remove(browser)).toEqual(LAST)
  await product.query('UPDATE delegation SET ended_at = now() WHERE id = $1', [delegationId])
  expect(await remove(browser)).toBeNull()
})
