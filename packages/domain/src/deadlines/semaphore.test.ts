import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { semaphoreOf } from './semaphore.ts'

describe('the semaphore of a deadline that ends on Monday 25 December 2017 at 24:00', () => {
  const dueAt = '2017-12-26T06:00:00.000Z'

  test.each([
    ['2017-12-20T18:00:00Z', 'green', 5],
    ['2017-12-21T05:59:59Z', 'green', 5],
    ['2017-12-21T06:00:00Z', 'amber', 4],
    ['2017-12-23T18:00:00Z', 'amber', 2],
    ['2017-12-24T06:00:00Z', 'red', 1],
    ['2017-12-25T06:00:00Z', 'today', 0],
    ['2017-12-26T05:59:59.999Z', 'today', 0],
    ['2017-12-26T06:00:00Z', 'overdue', -1],
    ['2018-01-02T18:00:00Z', 'overdue', -8],
  ])('at %s is %s', (now, level, days) => {
    expect(semaphoreOf(dueAt, now)).toEqual({ level, days })
  })
})

test('a deadline of hours that ended earlier today is overdue by zero days', () => {
  expect(semaphoreOf('2017-12-25T16:00:00Z', '2017-12-25T18:00:00Z')).toEqual({ level: 'overdue', days: 0 })
})

test('as time passes it only gets more urgent', () => {
  const order = ['green', 'amber', 'red', 'today', 'overdue']
  const instant = fc.integer({ min: Date.UTC(2017, 0), max: Date.UTC(2024, 0) })
  fc.assert(
    fc.property(instant, instant, fc.nat(10 * 86_400_000), (due, now, later) => {
      const at = (ms: number) => semaphoreOf(new Date(due).toISOString(), new Date(ms).toISOString())
      expect(order.indexOf(at(now + later).level)).toBeGreaterThanOrEqual(order.indexOf(at(now).level))
      expect(at(now + later).days).toBeLessThanOrEqual(at(now).days)
    }),
  )
})

test('runs where there is no Temporal, as in most browsers', async () => {
  const temporal = Object.getOwnPropertyDescriptor(globalThis, 'Temporal')
  if (!temporal) throw new Error('This test needs a runtime that has Temporal to take away')
  Reflect.deleteProperty(globalThis, 'Temporal')
  try {
    expect('Temporal' in globalThis).toBe(false)
    const portal = await import('../index.ts')
    expect(portal.semaphoreOf('2017-12-26T06:00:00Z', '2017-12-25T18:00:00Z').level).toBe('today')
    expect(portal.formatDue('2017-12-26T06:00:00Z')).toBe('lun 25 dic 2017, 24:00')
    expect(portal.formatTimeLeft('2017-12-26T06:00:00Z', '2017-12-25T18:00:00Z')).toBe('vence hoy, quedan 12 h')
  } finally {
    Object.defineProperty(globalThis, 'Temporal', temporal)
  }
})
