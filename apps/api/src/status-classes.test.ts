import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, refusalCode } from '../testing/call.ts'
import { createTestProduct, type TestProduct } from '../testing/product.ts'
import { idsIn, READINGS, STATUS_CLASSES } from '../testing/status-classes.ts'
import { EVERYBODY } from '../testing/subjects.ts'

let product: TestProduct
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

async function isFound(path: string, email: string | null, input: unknown): Promise<boolean> {
  try {
    await call(product.as(email), path, input)
    return true
  } catch (error) {
    expect(['NOT_FOUND', 'NOT_SIGNED_IN']).toContain(refusalCode(error))
    return false
  }
}

describe.each(STATUS_CLASSES)('a version whose round is %s', (status) => {
  test('is found by whom the table says, and does not exist for anybody else', async () => {
    const ids = await idsIn(product, status)
    for (const [path, { input, sees }] of Object.entries(READINGS)) {
      for (const email of [null, ...EVERYBODY]) {
        const person = email === null ? null : product.person(email)
        expect([path, email, await isFound(path, email, input(ids))]).toEqual([path, email, sees(person, status)])
      }
    }
  })
})
