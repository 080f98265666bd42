import {
  OBSERVATION_MOVES,
  OBSERVATION_STATUSES,
  RESPONSE_MOVES,
  RESPONSE_STATUSES,
  ROUND_MOVES,
  ROUND_STATUSES,
  VERSION_MOVES,
  VERSION_STATUSES,
} from '@portal/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, refusalCode } from '../testing/call.ts'
import { createTestProduct, type TestProduct } from '../testing/product.ts'
import { READINGS } from '../testing/status-classes.ts'
import { EVERYBODY } from '../testing/subjects.ts'
import { WALKS, WITHOUT_STATUS } from '../testing/walks/index.ts'
import { seenInput, standing } from '../testing/walks/seen.ts'
import { callerWithoutTrace } from '../testing/without-trace.ts'
import { appRouter } from './router.ts'

let product: TestProduct
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

const CALLERS = [null, ...EVERYBODY]
const nameOf = (email: string | null) => email ?? 'nobody'
const personOf = (email: string | null) => (email === null ? null : product.person(email))

async function answerOf(caller: unknown, path: string, input: unknown): Promise<string> {
  try {
    await call(caller, path, input)
    return 'done'
  } catch (error) {
    const code = refusalCode(error)
    if (code === undefined) throw error
    return code
  }
}

test('every procedure says in which statuses it is walked, or that it has none', () => {
  const walked = WALKS.flatMap(({ acts }) => acts.map(({ path }) => path))
  const said = [...Object.keys(READINGS), ...walked, ...WITHOUT_STATUS]
  expect(said.toSorted()).toEqual(Object.keys(appRouter._def.procedures).toSorted())
})

test('every move that a person makes is walked', () => {
  const tables = {
    version: VERSION_MOVES,
    round: ROUND_MOVES,
    response: RESPONSE_MOVES,
    observation: OBSERVATION_MOVES,
  }
  const moves = Object.entries(tables).flatMap(([record, table]) =>
    Object.entries<{ by: string | readonly string[] }>(table)
      .filter(([, { by }]) => [by].flat().some((role) => role !== 'system'))
      .map(([kind]) => `${record}.${kind}`),
  )
  const walked = new Set(WALKS.flatMap(({ acts }) => acts.flatMap((act) => act.moves)))
  expect([...walked].toSorted()).toEqual(moves.toSorted())
})

test('every status is walked', () => {
  const walked = Object.fromEntries(
    WALKS.map(({ record, classes }) => [record, [...new Set(classes.map(({ status }) => status))].toSorted()]),
  )
  expect(walked).toEqual({
    version: VERSION_STATUSES.toSorted(),
    round: ROUND_STATUSES.toSorted(),
    response: RESPONSE_STATUSES.toSorted(),
    observation: OBSERVATION_STATUSES.toSorted(),
  })
})

describe.each(WALKS)('$record', ({ record, acts, classes }) => {
  test.each(acts)('$path is done somewhere', ({ path }) => {
    const answers = classes.flatMap(({ answer }) => EVERYBODY.map((email) => answer(path, product.person(email))))
    expect(answers).toContain('done')
  })

  test.each(classes)('$name: every act answers everybody what the domain decides', async (one) => {
    const subjects = await one.arrange(product)
    const before = await standing(product, record, subjects)
    expect(before?.status).toBe(one.status)
    const events = await countEvents()
    const as = callerWithoutTrace(product)
    for (const { path, seen } of acts) {
      const answers: Record<string, string> = {}
      const input = await seenInput(product, path, seen, subjects)
      for (const email of CALLERS) answers[nameOf(email)] = await answerOf(as(email), path, input)
      const expected = Object.fromEntries(CALLERS.map((email) => [nameOf(email), one.answer(path, personOf(email))]))
      expect({ [path]: answers }).toEqual({ [path]: expected })
    }
    expect(await standing(product, record, subjects)).toEqual(before)
    expect(await countEvents()).toBe(events)
  })
})

async function countEvents(): Promise<number> {
  const { rows } = await product.query<{ count: number }>('SELECT count(*)::int AS count FROM audit_event')
  return rows[0]?.count ?? 0
}
