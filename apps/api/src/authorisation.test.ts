import type { Person } from '@portal/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, refusalCode } from '../testing/call.ts'
import type { Expectation, Subjects } from '../testing/expectation.ts'
import { EXPECTATIONS } from '../testing/procedures.ts'
import { createTestProduct, type TestProduct } from '../testing/product.ts'
import { EVERYBODY, subjectsOf } from '../testing/subjects.ts'
import { enterDecember2017 } from './demonstration/december-2017.ts'
import { appRouter } from './router.ts'

let product: TestProduct
let subjects: Subjects

beforeAll(async () => {
  product = await createTestProduct()
  await enterDecember2017(product.deps, product.person)
  subjects = await subjectsOf(product)
})
afterAll(() => product.end())

type Answer = 'not signed in' | 'forbidden' | 'not found' | 'passed'

function expected({ door, sees }: Expectation, person: Person | null): Answer {
  if (door === 'public') return sees(person) ? 'passed' : 'not found'
  if (person === null) return 'not signed in'
  if (typeof door !== 'string' && !door.includes(person.role)) return 'forbidden'
  return sees(person) ? 'passed' : 'not found'
}

const ANSWERS: Record<string, Answer> = {
  NOT_SIGNED_IN: 'not signed in',
  FORBIDDEN: 'forbidden',
  NOT_YOUR_ROLE: 'forbidden',
  NOT_FOUND: 'not found',
}

async function answerOf(path: string, email: string | null): Promise<Answer> {
  const expectation = EXPECTATIONS[path]
  if (!expectation) throw new Error(`Nothing is expected of ${path}`)
  try {
    await call(product.as(email), path, expectation.input(subjects))
    return 'passed'
  } catch (error) {
    return ANSWERS[refusalCode(error) ?? ''] ?? 'passed'
  }
}

test('what is expected is said of every procedure, and of no other', () => {
  const paths = Object.keys(appRouter._def.procedures)
  expect(paths.length).toBeGreaterThan(40)
  expect(Object.keys(EXPECTATIONS).toSorted()).toEqual(paths.toSorted())
})

describe.each([null, ...EVERYBODY])('%s', (email) => {
  test.each(Object.keys(EXPECTATIONS))('%s', async (path) => {
    const expectation = EXPECTATIONS[path]
    if (!expectation) throw new Error(`Nothing is expected of ${path}`)
    expect(await answerOf(path, email)).toBe(expected(expectation, email === null ? null : product.person(email)))
  })
})
