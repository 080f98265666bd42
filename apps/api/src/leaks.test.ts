import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as people from '../testing/people.ts'
import type { Subjects } from '../testing/expectation.ts'
import { EXPECTATIONS } from '../testing/procedures.ts'
import { createTestProduct, type TestProduct } from '../testing/product.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { EVERYBODY, subjectsOf } from '../testing/subjects.ts'
import { enterDecember2017 } from './demonstration/december-2017.ts'
import { appRouter } from './router.ts'

/** Stands in every text that IECM has written and not sent. */
const CANARY = `canario-${randomUUID()}`
const OWNERS = [people.liaison('cdmx'), people.oplHead('cdmx'), people.AUDITOR]
const STRANGERS = EVERYBODY.filter((email) => !OWNERS.includes(email))
const PATHS = Object.keys(EXPECTATIONS)
const REQUESTS = 10_000
const AT_ONCE = 50

let product: TestProduct
let server: TestServer
let subjects: Subjects
let cookies: Map<string, string>
/** Every id that belongs to IECM's work, or to what it stands in. */
let ids: string[]

beforeAll(async () => {
  product = await createTestProduct()
  await enterDecember2017(product.deps, product.person)
  subjects = await subjectsOf(product)
  await product.query(
    `UPDATE observation SET says = $1, should_say = $1, rationale = $1, legal_basis = $1, quote = $1
     WHERE organisation_id = 'cdmx' AND status = 'draft'`,
    [CANARY],
  )
  const { rows } = await product.query<{ id: string }>(
    `SELECT id FROM observation WHERE organisation_id = 'cdmx'
     UNION SELECT id FROM round_response WHERE organisation_id = 'cdmx'`,
  )
  ids = [...new Set([...Object.values(subjects), ...rows.map(({ id }) => id)])]
  server = await startTestServer(product)
  cookies = new Map()
  for (const email of EVERYBODY) cookies.set(email, await server.cookieOf(email))
})
afterAll(async () => {
  await server.end()
  await product.end()
})

async function call(email: string, path: string, input: unknown): Promise<{ status: number; body: string }> {
  const headers = { cookie: cookies.get(email) ?? '', 'content-type': 'application/json' }
  const url = `${server.origin}/trpc/${path}`
  const json = JSON.stringify(input)
  const { type } =
    (appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>)[path]?._def ?? {}
  const response =
    type === 'mutation'
      ? await fetch(url, { method: 'POST', headers, body: json ?? '{}' })
      : await fetch(json === undefined ? url : `${url}?input=${encodeURIComponent(json)}`, { headers })
  return { status: response.status, body: await response.text() }
}

async function get(email: string, path: string): Promise<string> {
  const response = await fetch(server.origin + path, { headers: { cookie: cookies.get(email) ?? '' } })
  return await response.text()
}

const inputOf = (path: string, of: Subjects): unknown => EXPECTATIONS[path]?.input(of)

test('what is looked for is there: its own OPL and the auditor read it', async () => {
  for (const email of OWNERS) {
    expect((await call(email, 'observations.list', { roundId: subjects.roundId })).body).toContain(CANARY)
    expect((await call(email, 'observations.get', { id: subjects.observationId })).body).toContain(CANARY)
  }
})

test('10,000 requests of every role for what is another’s leak nothing of it', async () => {
  const id = fc.constantFrom(...ids)
  const request = fc.record({
    email: fc.constantFrom(...STRANGERS),
    path: fc.constantFrom(...PATHS),
    of: fc.record({
      specificationId: id,
      versionId: id,
      roundId: fc.oneof(fc.constant(subjects.roundId), id),
      responseId: id,
      observationId: id,
      clauseId: id,
      uploadId: id,
    }),
    more: fc.oneof(
      { weight: 3, arbitrary: fc.constant({}) },
      {
        weight: 2,
        arbitrary: fc.record(
          {
            organisationId: fc.constant('cdmx'),
            status: fc.constantFrom('draft', 'received', 'withdrawn'),
            type: fc.constantFrom('substance', 'form', 'spelling'),
            disposition: fc.constantFrom('none', 'accepted'),
            limit: fc.integer({ min: 1, max: 200 }),
            seen: fc.integer({ min: 1, max: 9 }),
            recordId: id,
            id,
            search: fc.constantFrom(CANARY, 'canario'),
          },
          { requiredKeys: [] },
        ),
      },
    ),
    route: fc.constantFrom('files', 'exports', 'receipts', 'trpc', 'trpc', 'trpc', 'trpc', 'trpc'),
    subject: id,
  })
  let sent = 0
  const statuses = new Set<number>()
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (requests) => {
      const answers = await Promise.all(
        requests.map(async ({ email, path, of, more, route, subject }) => {
          sent += 1
          if (route === 'files') return await get(email, `/files/${subject}`)
          if (route === 'exports') return await get(email, `/exports/rounds/${subject}/matrix.xlsx`)
          if (route === 'receipts') return await get(email, `/receipts/${subject}.pdf`)
          const input = inputOf(path, of)
          const { status, body } = await call(email, path, input === undefined ? input : { ...input, ...more })
          statuses.add(status)
          return body
        }),
      )
      for (const [index, body] of answers.entries()) {
        if (body.includes(CANARY)) throw new Error(`leaked: ${JSON.stringify(requests[index])}`)
      }
    }),
    { numRuns: REQUESTS / AT_ONCE, endOnFailure: true },
  )
  expect(sent).toBeGreaterThanOrEqual(REQUESTS)
  expect([...statuses]).toEqual(expect.arrayContaining([200, 403, 404]))
  expect([...statuses].filter((status) => status >= 500)).toEqual([])
}, 120_000)

test('of what may not be seen is said what is said of what does not exist, after the same work', async () => {
  const nothing = Object.fromEntries(Object.keys(subjects).map((name) => [name, randomUUID()])) as Subjects
  const asked = vi.spyOn(product.deps.pool, 'query')
  const connected = vi.spyOn(product.deps.pool, 'connect')
  const answerOnce = async (email: string, path: string, of: Subjects) => {
    asked.mockClear()
    connected.mockClear()
    const { status, body } = await call(email, path, inputOf(path, of))
    const queries = asked.mock.calls.length + connected.mock.calls.length
    return { status, queries, body: body.replace(/"requestId":"[^"]*"/, '') }
  }
  /** Twice, because who asks is known for some seconds and then asked for again: that query is not of the procedure. */
  const answerOf = async (email: string, path: string, of: Subjects) => {
    const [one, other] = [await answerOnce(email, path, of), await answerOnce(email, path, of)]
    return { ...one, queries: Math.min(one.queries, other.queries) }
  }
  let compared = 0
  for (const email of STRANGERS) {
    for (const [path, { door, sees }] of Object.entries(EXPECTATIONS)) {
      const person = product.person(email)
      if (door === 'public' || (typeof door !== 'string' && !door.includes(person.role)) || sees(person)) continue
      // Whoever was let in too often is told so: about that, not about what there is.
      await product.query('DELETE FROM rate_limit')
      const unseen = await answerOf(email, path, subjects)
      expect([email, path, unseen]).toEqual([email, path, await answerOf(email, path, nothing)])
      expect(unseen.status).toBe(404)
      compared += 1
    }
  }
  expect(compared).toBeGreaterThan(20)
})
