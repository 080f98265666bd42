import { afterAll, beforeAll, expect, test } from 'vitest'
import { authorisationPage } from '../testing/authorisation-page.ts'
import { createTestProduct, type TestProduct } from '../testing/product.ts'
import { EXPECTATIONS } from '../testing/procedures.ts'
import { appRouter } from './router.ts'

let product: TestProduct
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

test('the documentation prints who may do what as it is walked', async () => {
  expect(Object.keys(EXPECTATIONS).toSorted()).toEqual(Object.keys(appRouter._def.procedures).toSorted())
  await expect(authorisationPage(product)).toMatchFileSnapshot('../../../docs/authorisation.md')
})
