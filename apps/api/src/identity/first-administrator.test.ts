import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { Refused } from '../refused.ts'
import { createFirstAdministrator, offerFirstAdministrator } from './first-administrator.ts'

let product: TestProduct
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

const count = (table: string) =>
  product.reader.one<{ count: number }>(
    { name: `test_count_${table}`, text: `SELECT count(*)::int AS count FROM ${table}` },
    [],
  )
const tokenOf = (link: string | null) => new URL(link ?? '').searchParams.get('token') ?? ''
const somebody = { name: 'Lucía Barrientos', email: 'Lucia@Portal.example', password: 'una frase nada común' }
const refusalOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.refusal.code : 'failed'),
  )

test('a portal that knows somebody offers no link', async () => {
  expect(await offerFirstAdministrator(product.deps)).toBeNull()
  expect(await count('verification')).toEqual({ count: 0 })
})

test('the last link, once, makes the first administrator; two at once make one', async () => {
  await product.reader.rows({ name: 'test_forget', text: 'DELETE FROM appointment' }, [])
  await product.reader.rows({ name: 'test_forget_people', text: 'DELETE FROM person' }, [])
  const old = tokenOf(await offerFirstAdministrator(product.deps))
  const token = tokenOf(await offerFirstAdministrator(product.deps))
  expect(await refusalOf(createFirstAdministrator(product.deps, { ...somebody, token: old }))).toBe('NOT_FOUND')

  const stored = await product.reader.one<{ value: string }>(
    { name: 'test_link', text: 'SELECT value FROM verification' },
    [],
  )
  expect(stored?.value).not.toContain(token)

  const answers = await Promise.all(
    ['a', 'b'].map((name) =>
      refusalOf(createFirstAdministrator(product.deps, { ...somebody, email: `${name}@x.example`, token })),
    ),
  )
  expect(answers.toSorted()).toEqual(['NOT_FOUND', 'done'])
  expect(await count('person')).toEqual({ count: 1 })
  const appointed = await product.reader.one(
    { name: 'test_appointed', text: 'SELECT role, organisation_id, from_day FROM appointment' },
    [],
  )
  expect(appointed).toEqual({ role: 'administrator', organisation_id: 'ine', from_day: '2017-12-14' })
  expect(await offerFirstAdministrator(product.deps)).toBeNull()
})

test('a link is good for a day', async () => {
  await product.reader.rows({ name: 'test_forget', text: 'DELETE FROM appointment' }, [])
  await product.reader.rows({ name: 'test_forget_people', text: 'DELETE FROM person' }, [])
  const token = tokenOf(await offerFirstAdministrator(product.deps))
  await product.reader.rows({ name: 'test_age', text: `UPDATE verification SET expires_at = now()` }, [])
  expect(await refusalOf(createFirstAdministrator(product.deps, { ...somebody, token }))).toBe('NOT_FOUND')
})
