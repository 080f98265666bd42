import { ROLES } from '@portal/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADMINISTRATOR } from '../testing/people.ts'
import { createTestProduct, type TestProduct } from '../testing/product.ts'
import { appRouter } from './router.ts'

type Call = (input: unknown) => Promise<unknown>

let product: TestProduct
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

/** The router's own types list slices; at run time `procedures` is flat, by path. */
type Door = { _def: { meta?: { door?: string | readonly string[] } } }
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Door>)
const doorOf = (path: string) => procedures.find(([name]) => name === path)?.[1]._def.meta?.door
const PUBLIC = [
  'session.current',
  'signOn.offers',
  'evidence.verify',
  'evidence.verifyFile',
  'publication.list',
  'publication.version',
]

function procedureOf(caller: unknown, path: string): Call {
  return path.split('.').reduce<unknown>((level, name) => (level as Record<string, unknown>)[name], caller) as Call
}
const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    (error: { cause?: { refusal?: { code: string } } }) => error.cause?.refusal?.code ?? 'failed',
  )

test('every procedure has a door, and only these are open to anybody', () => {
  expect(procedures.length).toBeGreaterThan(40)
  expect(procedures.filter(([, procedure]) => procedure._def.meta?.door === undefined)).toEqual([])
  expect(procedures.filter(([path]) => doorOf(path) === 'public').map(([path]) => path)).toEqual(PUBLIC)
})

test('a door of roles names roles that exist, at least one', () => {
  const doors = procedures.map(([path]) => doorOf(path)).filter((door) => Array.isArray(door))
  expect(doors.length).toBeGreaterThan(0)
  for (const door of doors) {
    expect(door).not.toEqual([])
    expect(ROLES).toEqual(expect.arrayContaining([...door]))
  }
})

test('without a session no other procedure looks at what it was sent', async () => {
  const nobody = product.as(null)
  for (const [path] of procedures.filter(([name]) => !PUBLIC.includes(name))) {
    expect([path, await refusalOf(procedureOf(nobody, path)({}))]).toEqual([path, 'NOT_SIGNED_IN'])
  }
})

test('whoever has none of a door’s roles is refused before what they sent is looked at', async () => {
  const administrator = product.as(ADMINISTRATOR)
  const closed = procedures.filter(([path]) => {
    const door = doorOf(path)
    return Array.isArray(door) && !door.includes('administrator')
  })
  expect(closed.length).toBeGreaterThan(0)
  for (const [path] of closed) {
    expect([path, await refusalOf(procedureOf(administrator, path)({}))]).toEqual([path, 'FORBIDDEN'])
  }
})
