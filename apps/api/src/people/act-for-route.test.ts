import { afterAll, beforeAll, expect, test } from 'vitest'
import { aBrowser } from '../../testing/browser.ts'
import { aDelegation } from '../../testing/delegation.ts'
import { AUDITOR, COORDINATOR, DERFE_HEAD, OTHER_COORDINATOR } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'

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

/** What was chosen on the trail of somebody's appointment, oldest first, and in whose name. */
const chosen = async (email: string) => {
  const { appointmentId: recordId } = product.person(email)
  const { rows } = await product.as(AUDITOR).evidence.trail({ recordId, limit: 50 })
  return rows
    .filter(({ verb }) => verb === 'people.actFor' || verb === 'people.actOwn')
    .map(({ verb, person }) => [verb, person?.name, person?.onBehalfOf ?? null])
    .toReversed()
}

test('in whose name a session acts is on the trail of each who was represented, from when to when', async () => {
  const forHead = await aDelegation(product, OTHER_COORDINATOR, DERFE_HEAD)
  const forCoordinator = await aDelegation(product, OTHER_COORDINATOR, COORDINATOR)
  const cookie = await server.cookieOf(OTHER_COORDINATOR)
  const browser = aBrowser(server, cookie)
  const actsBy = async () => (await server.identity.identify(cookie)).actor?.onBehalfOf?.delegationId ?? null
  for (const delegationId of [null, forHead, forHead, forCoordinator, null, null]) {
    expect((await browser.post('/auth/actuar-por', { delegationId })).status).toBe(204)
    await expect.poll(actsBy).toBe(delegationId)
  }
  const { personName: who } = product.person(OTHER_COORDINATOR)
  const { personName: head } = product.person(DERFE_HEAD)
  const { personName: coordinator } = product.person(COORDINATOR)
  expect(await chosen(DERFE_HEAD)).toEqual([
    ['people.actFor', who, null],
    ['people.actOwn', who, head],
  ])
  expect(await chosen(COORDINATOR)).toEqual([
    ['people.actFor', who, head],
    ['people.actOwn', who, coordinator],
  ])
})
