import { randomUUID } from 'node:crypto'
import { createPool } from '@portal/database'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { startClock } from './clock.ts'
import { startListener } from './listener.ts'

const START = '2017-12-14T16:30:00.000Z'
let product: TestProduct
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

const running: (() => Promise<void>)[] = []
const stopAll = async () => {
  for (const stop of running.splice(0)) await stop()
}
afterEach(stopAll)

/** An instance of the product, as far as its clock goes. */
async function instance(clockStart: string | null) {
  const pool = createPool({ url: product.url, max: 1 })
  const listener = await startListener(pool, pino({ level: 'silent' }))
  running.push(async () => {
    listener.close()
    await pool.end()
  })
  return await startClock(listener, clockStart)
}
const msFrom = (instant: string, now: string) => Date.parse(now) - Date.parse(instant)

test('it runs from where it was told to start, and says so', async () => {
  const clock = await instance(START)
  expect(clock.startedWith).toBe(START)
  expect(msFrom(START, clock.now())).toBeGreaterThanOrEqual(0)
  expect(msFrom(START, clock.now())).toBeLessThan(60_000)
  expect(clock.until('2017-12-14T17:30:00.000Z')).toBeGreaterThan(3_500_000)
  expect(clock.until('2017-12-14T16:00:00.000Z')).toBeLessThan(0)
})

test('without that it is the machine’s clock', async () => {
  const clock = await instance(null)
  expect(clock.startedWith).toBeNull()
  expect(Math.abs(Date.now() - Date.parse(clock.now()))).toBeLessThan(1000)
})

test('an instance that joins has the same time, whatever its own environment says', async () => {
  await instance(START)
  const [other, real] = [await instance('2020-01-01T00:00:00.000Z'), await instance(null)]
  expect([other.startedWith, real.startedWith]).toEqual([START, START])
  expect(Math.abs(Date.parse(other.now()) - Date.parse(real.now()))).toBeLessThan(1000)
})

test('many that start at once agree', async () => {
  const clocks = await Promise.all(
    ['2001', '2002', '2003', '2004'].map((year) => instance(`${year}-01-01T00:00:00.000Z`)),
  )
  expect(new Set(clocks.map(({ startedWith }) => startedWith)).size).toBe(1)
})

test('a start after all have stopped never goes back before what is on record', async () => {
  await instance(START)
  await stopAll()
  const recorded = '2017-12-20T09:00:00.123Z'
  await product.reader.rows(
    { name: 'test_event', text: `SELECT append_event('round', $1, 'rounds.test', $2, NULL, '{}')` },
    [randomUUID(), recorded],
  )
  const clock = await vi.waitFor(async () => {
    const again = await instance(START)
    if (again.now() >= recorded) return again
    // The server has not noticed yet that the instance before is gone.
    await stopAll()
    throw new Error('not alone')
  })
  expect(msFrom(recorded, clock.now())).toBeLessThan(60_000)
  expect(clock.startedWith).toBe(START)
})
