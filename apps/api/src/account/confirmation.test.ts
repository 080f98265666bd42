import { hashPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aBrowser } from '../../testing/browser.ts'
import { liaison, oplHead } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'

const PASSWORD = 'una frase larga de prueba'

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

/** A session of somebody, as it would have begun some minutes ago. */
async function entered(email: string, method: 'password' | 'passkey' | 'sso', minutes: number) {
  const browser = aBrowser(server, await server.cookieOf(email))
  await product.query(
    `UPDATE session SET method = $2, created_at = now() - make_interval(mins => $3) WHERE person_id = $1`,
    [product.person(email).personId, method, minutes],
  )
  return browser
}
const FACTOR_CHANGES = ['account.offerTotp', 'account.offerPasskey', 'account.removeTotp', 'account.renewRecoveryCodes']

test('whoever has no password changes nothing of how they enter in an old session, nor in one that another way began', async () => {
  const email = liaison('jal')
  await product.query('DELETE FROM account WHERE person_id = $1', [product.person(email).personId])
  for (const browser of [await entered(email, 'sso', 16), await entered(email, 'passkey', 1)]) {
    for (const change of FACTOR_CHANGES) {
      expect([change, (await browser.act(change, { password: '' })).refusal]).toEqual([
        change,
        { code: 'ENTRY_NOT_RECENT' },
      ])
    }
  }
})

test('whom their provider sent a moment ago confirms by that, if they have no password', async () => {
  const email = oplHead('jal')
  const browser = await entered(email, 'sso', 1)
  expect((await browser.act('account.offerTotp', { password: '' })).refusal).toEqual({ code: 'WRONG_PASSWORD' })
  await product.query('DELETE FROM account WHERE person_id = $1', [product.person(email).personId])
  expect((await browser.act('account.offerTotp', { password: '' })).status).toBe(200)
})
