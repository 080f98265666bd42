import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aBrowser } from '../../testing/browser.ts'
import { aDelegation } from '../../testing/delegation.ts'
import { ADMINISTRATOR, AUDITOR, COORDINATOR, DERFE_HEAD, OTHER_COORDINATOR } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'

let product: TestProduct
let server: TestServer
beforeAll(async () => {
  product = await createTestProduct({ secondFactor: 'compulsory' })
  server = await startTestServer(product)
})
afterAll(async () => {
  await server.end()
  await product.end()
})

const reason = 'Perdió el teléfono'
const reset = (personId: string) =>
  product.as(ADMINISTRATOR).people.resetSecondFactor({ key: randomUUID(), personId, reason })

test('an administrator rids somebody of what they lost; their sessions end and it is on record', async () => {
  const { personId } = product.person(DERFE_HEAD)
  await product.query(`INSERT INTO totp (person_id, secret, confirmed_at) VALUES ($1, 'x', now())`, [personId])
  await product.query(`INSERT INTO recovery_code (person_id, hash) VALUES ($1, 'x')`, [personId])
  const browser = aBrowser(server, await server.cookieOf(DERFE_HEAD))
  expect((await browser.ask('turn.mine')).refusal).toEqual({ code: 'SECOND_FACTOR_REQUIRED', step: 'enter' })
  const row = async () =>
    (await product.as(ADMINISTRATOR).people.list({ search: 'Salvatierra', limit: 1 })).rows.map(
      ({ secondFactor, allowed }) => ({ secondFactor, resets: allowed.includes('reset_second_factor') }),
    )
  expect(await row()).toEqual([{ secondFactor: true, resets: true }])

  await reset(personId)
  expect(await row()).toEqual([{ secondFactor: false, resets: false }])
  await expect.poll(async () => (await browser.ask('turn.mine')).status).toBe(401)
  expect((await product.query('SELECT hash FROM recovery_code')).rows).toEqual([])
  const { rows } = await product.query<{ body: string }>(
    `SELECT body FROM audit_event WHERE verb = 'people.resetSecondFactor'`,
  )
  expect(rows.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([{ reason, recordId: personId }])
})

test('nobody resets their own, nor without a reason', async () => {
  await expectRefusal(reset(product.person(ADMINISTRATOR).personId), { code: 'FORBIDDEN' })
  const input = { key: randomUUID(), personId: product.person(DERFE_HEAD).personId, reason: ' ' }
  await expect(product.as(ADMINISTRATOR).people.resetSecondFactor(input)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('a session never comes to lack a factor by acting for another: that is set up before', async () => {
  const { personId } = product.person(OTHER_COORDINATOR)
  const delegationId = await aDelegation(product, OTHER_COORDINATOR, DERFE_HEAD)
  const browser = aBrowser(server, await server.cookieOf(OTHER_COORDINATOR))
  const actForHead = () => browser.post('/auth/actuar-por', { delegationId })
  expect((await actForHead()).refusal).toEqual({ code: 'SECOND_FACTOR_NEEDED_FIRST' })
  expect((await browser.ask('turn.mine')).status).toBe(200)
  await product.query(`UPDATE session SET second_factor = 'provider' WHERE person_id = $1`, [personId])
  expect((await actForHead()).status).toBe(204)
  await expect
    .poll(async () => (await browser.ask('session.current')).body)
    .toMatchObject({ actor: { role: 'derfe_head' } })
})

test('the policy is widened by an act, holds at once, and is never narrowed', async () => {
  const browser = aBrowser(server, await server.cookieOf(COORDINATOR))
  expect((await browser.ask('turn.mine')).status).toBe(200)
  const widen = (...roles: ('derfe_coordinator' | 'administrator')[]) =>
    product.as(ADMINISTRATOR).people.widenSecondFactor({ key: randomUUID(), roles, reason: 'Circular 4' })
  await expectRefusal(widen('administrator'), { code: 'POLICY_ALREADY_HOLDS' })
  const both = await Promise.allSettled([widen('derfe_coordinator'), widen('derfe_coordinator', 'administrator')])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expect
    .poll(async () => (await browser.ask('turn.mine')).refusal)
    .toEqual({ code: 'SECOND_FACTOR_REQUIRED', step: 'set_up' })

  const policy = await product.as(AUDITOR).people.secondFactorPolicy()
  expect(policy).toMatchObject({ widened: [{ role: 'derfe_coordinator' }], exempt: false })
  expect(policy.always).toContain('administrator')
  for (const sql of ['DELETE FROM second_factor_role', `UPDATE second_factor_role SET role = 'x'`]) {
    await expect(product.query(sql)).rejects.toThrow('appended only')
  }
})

test('a portal that knows somebody is never exempted', async () => {
  await expect(product.query(`INSERT INTO second_factor_exemption (reason) VALUES ('x')`)).rejects.toThrow(
    'before anybody has an account',
  )
})
