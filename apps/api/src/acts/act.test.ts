import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { COORDINATOR, OTHER_COORDINATOR } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { found, Refused } from '../refused.ts'
import { act } from './act.ts'

let product: TestProduct
/** A record that acts change under guard. */
let recordId: string
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())
beforeEach(async () => {
  const { specifications } = product.as(COORDINATOR)
  recordId = (await specifications.create({ key: randomUUID(), title: 'Sobre-PEP', kind: 'pep' })).recordId
  product.told.length = 0
})

const LOCK = { name: 'test_lock', text: 'SELECT record_version FROM specification WHERE id = $1 FOR UPDATE' }
const WRITE = {
  name: 'test_write',
  text: 'UPDATE specification SET record_version = record_version + 1 WHERE id = $1 RETURNING record_version',
}

/** A guarded, formal act; `fail` is asked when all is written. */
const change = (
  input: { key: string; seen: number; note?: string },
  { who = COORDINATOR, fail = () => undefined }: { who?: string; fail?: () => void } = {},
) =>
  act(product.deps, product.person(who), 'test.change', input, async (act) => {
    const { record_version: version } = found(await act.one<{ record_version: number }>(LOCK, [recordId]))
    if (version !== input.seen) throw new Refused({ code: 'CHANGED_MEANWHILE', recordVersion: version })
    const written = found(await act.one<{ record_version: number }>(WRITE, [recordId]))
    const receipt = await act.record({
      recordKind: 'specification',
      recordId,
      verb: 'test.change',
      details: { note: input.note },
      certified: {
        organisationId: 'derfe',
        act: 'Cambio',
        subject: 'Sobre-PEP',
        lines: [],
        files: [],
        illustrative: true,
      },
      roundId: null,
      versionId: null,
      audience: ['derfe'],
    })
    fail()
    return { recordId, recordVersion: written.record_version, ...receipt }
  })

const countOf = async (table: 'audit_event' | 'receipt' | 'command_key') =>
  (await product.deps.pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`)).rows[0]?.count ?? 0

describe('a request that is repeated', () => {
  test('under its key answers as the first time, and does and tells nothing else', async () => {
    const input = { key: randomUUID(), seen: 1 }
    const first = await change(input)
    const events = await countOf('audit_event')
    expect(await change(input)).toEqual(first)
    expect(await countOf('audit_event')).toBe(events)
    expect(product.told).toHaveLength(1)
  })

  test('at once, many times, is done once, and all answer the same', async () => {
    const input = { key: randomUUID(), seen: 1 }
    const events = await countOf('audit_event')
    const answers = await Promise.all(Array.from({ length: 12 }, () => change(input)))
    expect(answers).toEqual(answers.map(() => answers[0]))
    expect(answers[0]).toMatchObject({ recordVersion: 2, folio: expect.any(String), code: expect.any(String) })
    expect(await countOf('audit_event')).toBe(events + 1)
    expect(product.told).toHaveLength(1)
  })

  test('with other content under the same key is refused', async () => {
    const input = { key: randomUUID(), seen: 1, note: 'a' }
    await change(input)
    await expect(change({ ...input, note: 'b' })).rejects.toMatchObject({ refusal: { code: 'KEY_REUSED' } })
  })

  test('under the key of somebody else is an act of its own', async () => {
    const key = randomUUID()
    await change({ key, seen: 1 })
    expect(await change({ key, seen: 2 }, { who: OTHER_COORDINATOR })).toMatchObject({ recordVersion: 3 })
  })
})

test('of two people who saw the same record at once one succeeds, the other is told what changed', async () => {
  const both = await Promise.allSettled([
    change({ key: randomUUID(), seen: 1 }),
    change({ key: randomUUID(), seen: 1 }, { who: OTHER_COORDINATOR }),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { refusal: { code: 'CHANGED_MEANWHILE', recordVersion: 2 } },
  })
})

test('what fails at the end leaves nothing: no event, no receipt, no folio, no key, nobody told', async () => {
  const before = [await countOf('audit_event'), await countOf('receipt'), await countOf('command_key')]
  const input = { key: randomUUID(), seen: 1 }
  const fail = () => {
    throw new Error('the last step')
  }
  await expect(change(input, { fail })).rejects.toThrow('the last step')
  expect([await countOf('audit_event'), await countOf('receipt'), await countOf('command_key')]).toEqual(before)
  expect(product.told).toEqual([])
  const { folio } = await change(input)
  const last = await product.deps.pool.query<{ last: number }>(
    `SELECT last FROM folio_counter WHERE organisation_id = 'derfe'`,
  )
  expect(folio).toBe(`ACU/DERFE/2017/${String(last.rows[0]?.last).padStart(4, '0')}`)
  expect(last.rows[0]?.last).toBe(await countOf('receipt'))
})

test('the event says who, as what, when and under which appointment, and nothing of it in what is told', async () => {
  product.clock.set('2017-12-15T04:00:00.000Z')
  await change({ key: randomUUID(), seen: 1, note: 'reservada' })
  const { rows } = await product.as(COORDINATOR).evidence.trail({ recordId })
  const { personId, personName } = product.person(COORDINATOR)
  expect(rows[0]).toMatchObject({
    seq: 2,
    at: '2017-12-15T04:00:00.000Z',
    person: { id: personId, name: personName },
    role: 'derfe_coordinator',
    organisation: 'DERFE',
  })
  expect(product.told).toEqual([
    {
      event: {
        id: rows[0]?.id,
        recordKind: 'specification',
        recordId,
        roundId: null,
        versionId: null,
        verb: 'test.change',
      },
      audience: ['derfe'],
    },
  ])
})
