import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { aReview } from '../../testing/review.ts'

const CHIAPAS = people.liaison('chis')
const JALISCO = people.liaison('jal')

let product: TestProduct
let review: Awaited<ReturnType<typeof aReview>>
beforeAll(async () => {
  product = await createTestProduct()
  review = await aReview(product)
  const [, second = ''] = review.clauseIds
  await review.start(JALISCO)
  await review.start(CHIAPAS)
  // Jalisco writes first and sends last: numbers follow the sending.
  await review.draft(JALISCO, { says: 'jal 1', type: 'spelling' })
  await review.draft(CHIAPAS, { says: 'chis 1' })
  await review.draft(CHIAPAS, { says: 'chis 2', target: { kind: 'clause', clauseId: second } })
  const { artworkId } = review
  const box = { page: 1, x: 0, y: 0, width: 5, height: 5, clauseId: null }
  await review.draft(CHIAPAS, { says: 'chis 3', target: { kind: 'region', artworkId, ...box }, type: 'form' })
  await review.send(CHIAPAS)
  await review.send(people.oplHead('jal'))
  await product.as(CHIAPAS).responses.withdrawToCorrect({ ...(await review.onAnswer(CHIAPAS)), reason: 'Falta una' })
  await review.draft(CHIAPAS, { says: 'chis 4' })
})
afterAll(() => product.end())

const saysOf = async (filter: object, who = CHIAPAS) =>
  (await product.as(who).observations.list({ roundId: review.roundId, ...filter })).rows.map(({ says }) => says)

describe('the observations of a round', () => {
  test('come by number, those without one last', async () => {
    expect(await saysOf({})).toEqual(['chis 1', 'chis 2', 'chis 3', 'chis 4'])
    expect(await saysOf({}, people.AUDITOR)).toEqual(['chis 1', 'chis 2', 'chis 3', 'jal 1', 'chis 4'])
  })

  test('are filtered by each of their columns', async () => {
    const [, clauseId] = review.clauseIds
    expect(await saysOf({ clauseId })).toEqual(['chis 2'])
    expect(await saysOf({ artworkId: review.artworkId })).toEqual(['chis 3'])
    expect(await saysOf({ type: 'form' })).toEqual(['chis 3'])
    expect(await saysOf({ status: 'received' }, people.AUDITOR)).toEqual(['jal 1'])
    expect(await saysOf({ organisationId: 'jal' }, people.AUDITOR)).toEqual(['jal 1'])
    expect(await saysOf({ disposition: 'accepted' }, people.AUDITOR)).toEqual([])
    expect(await saysOf({ disposition: 'none', type: 'spelling', status: 'received' }, people.AUDITOR)).toEqual([
      'jal 1',
    ])
  })

  test('come page by page, each once', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const { rows, next }: { rows: { says: string }[]; next: string | null } = await product
        .as(people.AUDITOR)
        .observations.list({ roundId: review.roundId, limit: 2, cursor })
      expect(rows.length).toBeLessThanOrEqual(2)
      seen.push(...rows.map(({ says }) => says))
      cursor = next
    } while (cursor !== null)
    expect(seen).toEqual(['chis 1', 'chis 2', 'chis 3', 'jal 1', 'chis 4'])
  })

  test('take no cursor of somebody else’s making', async () => {
    for (const cursor of ['nonsense', Buffer.from('[1]').toString('base64url')]) {
      await expect(saysOf({ cursor })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
  })
})

test('each read of a round is one statement, however much it shows', async () => {
  const query = vi.spyOn(product.deps.pool, 'query')
  const statements = async (read: () => Promise<unknown>) => {
    query.mockClear()
    await read()
    return query.mock.calls.length
  }
  const { roundId } = review
  for (const who of [people.COORDINATOR, CHIAPAS, people.OBSERVER]) {
    const { rounds, observations, turn } = product.as(who)
    expect(await statements(() => observations.list({ roundId }))).toBe(1)
    expect(await statements(() => rounds.get({ id: roundId }))).toBe(1)
    expect(await statements(() => rounds.list({}))).toBe(1)
    expect(await statements(() => rounds.board({ id: roundId }))).toBe(1)
    expect(await statements(() => turn.mine())).toBe(1)
  }
})

test('lists of a round follow its index from one page to the next', async () => {
  const list = vi.spyOn(product.deps.pool, 'query')
  await product.as(people.COORDINATOR).observations.list({ roundId: review.roundId })
  const [asked] = list.mock.calls.map(([statement]) => statement as unknown as { text: string; values: unknown[] })
  list.mockRestore()
  if (!asked) throw new Error('nothing was asked of the database')
  const client = await product.deps.pool.connect()
  try {
    // So few rows would be scanned: what is asked is whether the statement can follow the index at all.
    await client.query('SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off')
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${asked.text}`, asked.values)
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/Index Scan using observation_order(_of_opl)? on observation/)
  } finally {
    client.release(true)
  }
})
