import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { signInAttempt, signInSucceeded } from './sign-in-attempts.ts'

const EMAIL = 'enlace@demo.test'

let product: TestProduct
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())
beforeEach(() => product.query('DELETE FROM rate_limit'))

const allowed = async (address: string, email = EMAIL) => (await signInAttempt(product.reader, email, address)).allowed
/** How many of as many attempts were allowed. */
async function granted(attempts: number, addressOf: (attempt: number) => string): Promise<number> {
  let sum = 0
  for (let attempt = 0; attempt < attempts; attempt += 1) if (await allowed(addressOf(attempt))) sum += 1
  return sum
}

test('one account is tried a hundred times within the window, from however many addresses, and no other suffers', async () => {
  expect(await granted(105, (attempt) => `192.0.2.${attempt}`)).toBe(100)
  expect(await allowed('198.51.100.1')).toBe(false)
  expect(await allowed('198.51.100.1', 'otra@demo.test')).toBe(true)
  expect(await allowed('198.51.100.1', '')).toBe(true)
  await product.query('UPDATE rate_limit SET last_request = last_request - 600001')
  expect(await allowed('198.51.100.1')).toBe(true)
})

test('one address alone locks nobody’s account to the others', async () => {
  expect(await granted(150, () => '192.0.2.1')).toBe(10)
  expect(await allowed('198.51.100.1')).toBe(true)
})

test('whoever has a whole network of IPv6 has no more attempts for that', async () => {
  expect(await granted(12, (attempt) => `2001:db8:0:1::${attempt}`)).toBe(10)
  expect(await allowed('2001:db8:0:2::1')).toBe(true)
})

test('what succeeds wears no limit', async () => {
  for (let attempt = 0; attempt < 105; attempt += 1) {
    expect(await allowed(`192.0.2.${attempt}`)).toBe(true)
    await signInSucceeded(product.reader, EMAIL, `192.0.2.${attempt}`)
  }
})
