import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  DOMAIN,
  providerSettings,
  startIdentityProvider,
  type TestIdentityProvider,
} from '../../testing/identity-provider.ts'
import { ADMINISTRATOR } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'

let product: TestProduct
let server: TestServer
let idp: TestIdentityProvider
let jalisco: string
beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
  idp = await startIdentityProvider(`${product.deps.publicUrl}/auth/sso/callback`)
  jalisco = (await product.as(ADMINISTRATOR).signOn.register(providerSettings(idp.issuer))).recordId
})
afterAll(async () => {
  await idp.end()
  await server.end()
  await product.end()
})

const refusal = (changes: object) =>
  product
    .as(ADMINISTRATOR)
    .signOn.register(
      providerSettings(idp.issuer, { organisationIds: ['mor'], domains: ['impepac.example'], ...changes }),
    )
    .then(
      () => 'registered',
      (error: { cause?: { refusal?: object } }) => error.cause?.refusal,
    )
test.each([
  ['whose address is not https', { issuer: 'http://idp.example' }, { code: 'ISSUER_NOT_ACCEPTED' }],
  ['whose address is a number', { issuer: 'https://169.254.169.254' }, { code: 'ISSUER_NOT_ACCEPTED' }],
  [
    'that skips the check of its name',
    { issuer: 'https://idp.example/.well-known/x' },
    { code: 'ISSUER_NOT_ACCEPTED' },
  ],
  ['that does not answer', { issuer: 'http://127.0.0.1:9' }, { code: 'PROVIDER_NOT_ANSWERING', why: 'unreachable' }],
  ['of a domain that another has', { domains: [DOMAIN] }, { code: 'DOMAIN_TAKEN', domain: DOMAIN }],
  ['of an institution that has one', { organisationIds: ['jal'] }, { code: 'INSTITUTION_HAS_PROVIDER' }],
  ['of two OPL', { organisationIds: ['mor', 'yuc'] }, { code: 'INSTITUTIONS_NOT_TOGETHER' }],
  ['of an institution that is none', { organisationIds: ['nowhere'] }, { code: 'NOT_FOUND' }],
])('%s is not registered', async (_, changes, expected) => {
  expect(await refusal(changes)).toMatchObject(expected)
})

test('that answers with something else is not registered', async () => {
  expect(await refusal({ issuer: server.origin })).toEqual({ code: 'PROVIDER_NOT_ANSWERING', why: 'no_discovery' })
  expect(await refusal({ issuer: idp.issuer.replace('127.0.0.1', 'localhost') })).toEqual({
    code: 'PROVIDER_NOT_ANSWERING',
    why: 'other_issuer',
  })
})

test('given to another issuer needs a secret of its own; the old one goes nowhere else', async () => {
  const elsewhere = await startIdentityProvider('http://localhost:4000/auth/sso/callback')
  const { clientSecret: _, ...kept } = providerSettings(elsewhere.issuer)
  const { signOn } = product.as(ADMINISTRATOR)
  await expect(signOn.edit({ ...kept, providerId: jalisco, seen: 1, clientSecret: null })).rejects.toMatchObject({
    cause: { refusal: { code: 'CLIENT_SECRET_NEEDED' } },
  })
  expect(elsewhere.asked).toEqual([])
  await elsewhere.end()
})
