import { afterAll, beforeAll, expect, test } from 'vitest'
import { COORDINATOR, liaison } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

test('the session says who is signed in, for which organisation, and what time it is', async () => {
  const { actor, clock, demonstration } = await product.as(liaison('chis')).session.current()
  expect(actor).toMatchObject({
    role: 'opl_liaison',
    organisation: { id: 'chis', shortName: 'IEPC Chiapas', kind: 'opl' },
  })
  expect(clock.now).toBe(product.clock.now())
  expect(demonstration).toBeNull()
})

test('without a session there is nobody, and the clock all the same', async () => {
  expect(await product.as(null).session.current()).toMatchObject({ actor: null, withoutAppointment: false })
})

test('the coordinator sees organisations in the official order', async () => {
  const organisations = await product.as(COORDINATOR).directory.organisations()
  expect(organisations.slice(0, 7).map(({ id }) => id)).toEqual(['chis', 'cdmx', 'gto', 'jal', 'mor', 'pue', 'yuc'])
})
