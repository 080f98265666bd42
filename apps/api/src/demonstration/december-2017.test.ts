import { formatDue } from '@portal/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COORDINATOR, liaison } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { verifyAll } from '../acts/verify.ts'
import { enterDecember2017 } from './december-2017.ts'
import { DEMONSTRATION_CLOCK_START } from './index.ts'

let product: TestProduct

beforeAll(async () => {
  product = await createTestProduct({ start: DEMONSTRATION_CLOCK_START })
  await enterDecember2017(product.deps, product.person)
})
afterAll(() => product.end())

const theRound = async (email: string) => {
  const api = product.as(email)
  const [row] = (await api.rounds.list({ limit: 10 })).rows
  if (!row) throw new Error('The demonstration has a round')
  return api.rounds.get({ id: row.id })
}

test('the round on the PEP is open until tomorrow at 24:00, and four of seven answered', async () => {
  const round = await theRound(COORDINATOR)
  expect(round.status).toBe('open')
  expect(round.due && formatDue(round.due)).toBe('vie 15 dic 2017, 24:00')
  expect(Object.fromEntries(round.responses.map(({ organisation, status }) => [organisation.id, status]))).toEqual({
    chis: 'sent_with_observations',
    cdmx: 'drafting',
    gto: 'no_observations',
    jal: 'internal_approval',
    mor: 'unopened',
    pue: 'sent_with_observations',
    yuc: 'sent_with_observations',
  })
})

test('a newcomer can act at once: Morelos may start, the head of Jalisco may send', async () => {
  const morelos = await theRound(liaison('mor'))
  expect(morelos.responses.find(({ id }) => id === morelos.ownResponseId)?.allowed).toContain('start')
  const jalisco = await theRound('titular.jal@demo.test')
  expect(jalisco.responses.find(({ id }) => id === jalisco.ownResponseId)?.allowed).toContain('send')
})

test('nothing was entered beside the road: the evidence verifies', async () => {
  const verified = await verifyAll(product.deps.pool)
  expect(verified.broken).toBeNull()
  expect(verified.events).toBeGreaterThan(20)
})
