import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'

let product: TestProduct
let server: TestServer
beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
})
afterAll(async () => {
  await server.end()
  await product.end()
})

const ask = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`${server.origin}/trpc/${path}`, init)
  return [response.status, JSON.parse(await response.text())] as const
}
const query = (path: string, inputs: unknown) =>
  ask(`${path}?${new URLSearchParams({ batch: '1', input: JSON.stringify(inputs) }).toString()}`)
const command = (path: string, body: string, type = 'application/json') =>
  ask(path, { method: 'POST', headers: { 'content-type': type }, body })

const code = (value: string) => ({ error: { data: { code: value } } })
const VERIFY = 'evidence.verify'

test('calls of a batch are answered in their order, each for itself', async () => {
  const [status, answers] = await query(`${VERIFY},directory.organisations,${VERIFY}`, { 0: { code: 'a' }, 2: {} })
  expect(status).toBe(207)
  expect(answers).toMatchObject([
    { result: { data: { result: 'unknown' } } },
    code('UNAUTHORIZED'),
    code('BAD_REQUEST'),
  ])
})

test('a single call is answered alone, with the status of its outcome', async () => {
  expect(await ask('session.current')).toMatchObject([200, { result: { data: { actor: null } } }])
  expect(await ask(`${VERIFY}?input=${encodeURIComponent('{"code":"a"}')}`)).toMatchObject([200, { result: {} }])
  expect(await ask('directory.organisations')).toMatchObject([401, code('UNAUTHORIZED')])
})

test('a command is a POST and a question a GET; the other way round they do not exist', async () => {
  const input = JSON.stringify({ key: randomUUID(), roundId: randomUUID(), seen: 1 })
  expect(await command('rounds.open', input)).toMatchObject([401, code('UNAUTHORIZED')])
  expect(await ask(`rounds.open?input=${encodeURIComponent(input)}`)).toMatchObject([404, code('NOT_FOUND')])
  expect(await command('session.current', '{}')).toMatchObject([404, code('NOT_FOUND')])
})

test.each(['nothing.here', 'session', '__proto__', 'constructor.name', 'session.current.x', ','])(
  'there is no procedure %s',
  async (path) => {
    expect(await ask(path)).toMatchObject([404, code('NOT_FOUND')])
  },
)

test('what is no JSON, or no object of inputs, is a bad request', async () => {
  expect(await ask(`${VERIFY}?input=${encodeURIComponent('{"code":')}`)).toMatchObject([400, code('BAD_REQUEST')])
  for (const inputs of ['{"0":', '7', 'null', '"text"']) {
    const search = new URLSearchParams({ batch: '1', input: inputs }).toString()
    expect(await ask(`${VERIFY}?${search}`), inputs).toMatchObject([400, [code('BAD_REQUEST')]])
  }
})

test('what a form of another site can send is not read', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=b']) {
    expect((await command('rounds.open', '{}', type))[0], type).toBe(415)
  }
})
