import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DayKind, WorkCalendar } from './calendar.ts'
import { electoralCalendar, isWorkingDay, ordinaryCalendar } from './calendar.ts'
import type { Due } from './due.ts'
import { dueOf, extendedDueOf } from './due.ts'
import type { DeadlineRule } from './explain.ts'
import { lftHolidays } from './lft-holidays.ts'

const years = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index)
const electoral = electoralCalendar()
const ordinary = ordinaryCalendar(years(2015, 2027).flatMap((year) => lftHolidays(year, ['2018-07-01', '2021-06-06'])))
/** Friday 15 December 2017, 11:30 of central Mexico. */
const friday = '2017-12-15T17:30:00.000Z'

function due(notifiedAt: string, amount: number, kind: DayKind, calendar: WorkCalendar): Due {
  const result = dueOf({ notifiedAt, rule: { amount, kind }, calendar })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

function extended(dueAt: string, rule: DeadlineRule, calendar: WorkCalendar): Due {
  const result = extendedDueOf({ dueAt, rule, calendar })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

describe('ten days from notification on Friday 15 December 2017', () => {
  test('end on Monday 25 December at 24:00 during the electoral process', () => {
    expect(due(friday, 10, 'working_days', electoral)).toMatchObject({
      at: '2017-12-26T06:00:00.000Z',
      lastDay: '2017-12-25',
      explanation: { countedFrom: '2017-12-16', dayOne: '2017-12-16', skipped: [] },
    })
  })

  test('end on Tuesday 2 January 2018 at 24:00 outside it, and each skipped day is named', () => {
    const { at, lastDay, explanation } = due(friday, 10, 'working_days', ordinary)
    expect(at).toBe('2018-01-03T06:00:00.000Z')
    expect(lastDay).toBe('2018-01-02')
    expect(explanation).toMatchObject({ countedFrom: '2017-12-16', dayOne: '2017-12-18', yearsWithoutHolidays: [] })
    expect(explanation.skipped).toEqual([
      { date: '2017-12-16', reason: 'weekly_rest' },
      { date: '2017-12-17', reason: 'weekly_rest' },
      { date: '2017-12-23', reason: 'weekly_rest' },
      { date: '2017-12-24', reason: 'weekly_rest' },
      { date: '2017-12-25', reason: 'holiday', name: 'Navidad' },
      { date: '2017-12-30', reason: 'weekly_rest' },
      { date: '2017-12-31', reason: 'weekly_rest' },
      { date: '2018-01-01', reason: 'holiday', name: 'Año Nuevo' },
    ])
  })

  test('natural days count all days in any calendar', () => {
    expect(due(friday, 10, 'natural_days', ordinary).lastDay).toBe('2017-12-25')
  })
})

describe('the zone', () => {
  test('the day of notification is that of central Mexico, not of UTC', () => {
    const lateFriday = '2017-12-16T05:59:59.999Z'
    expect(due(lateFriday, 1, 'natural_days', electoral).lastDay).toBe('2017-12-16')
    expect(due('2017-12-16T06:00:00Z', 1, 'natural_days', electoral).lastDay).toBe('2017-12-17')
  })

  test('24:00 follows the history of summer time, abolished in October 2022', () => {
    expect(due('2018-07-01T18:00:00Z', 1, 'natural_days', electoral).at).toBe('2018-07-03T05:00:00.000Z')
    expect(due('2023-07-01T18:00:00Z', 1, 'natural_days', electoral).at).toBe('2023-07-03T06:00:00.000Z')
  })

  test('hours run from moment to moment across the change of the clock', () => {
    const result = due('2018-03-31T20:15:00Z', 24, 'hours', electoral)
    expect(result).toMatchObject({ at: '2018-04-01T20:15:00.000Z', lastDay: null })
    expect(result.explanation).toMatchObject({ countedFrom: null, dayOne: null, skipped: [] })
  })
})

describe('refusals', () => {
  test.each([
    ['natural_days', 0, 365],
    ['working_days', 366, 365],
    ['working_days', 1.5, 365],
    ['natural_days', Number.NaN, 365],
    ['hours', -1, 8760],
    ['hours', 8761, 8760],
  ] as const)('%s: %d is out of range', (kind, amount, most) => {
    const refusal = { code: 'AMOUNT_OUT_OF_RANGE', amount, least: 1, most }
    expect(dueOf({ notifiedAt: friday, rule: { amount, kind }, calendar: electoral })).toEqual({ ok: false, refusal })
    expect(extendedDueOf({ dueAt: friday, rule: { amount, kind }, calendar: electoral })).toEqual({
      ok: false,
      refusal,
    })
  })

  test('what is not an instant', () => {
    const refusal = { code: 'INSTANT_NOT_VALID', value: '2017-12-15' }
    const rule = { amount: 1, kind: 'hours' } as const
    expect(dueOf({ notifiedAt: '2017-12-15', rule, calendar: electoral })).toEqual({ ok: false, refusal })
    expect(extendedDueOf({ dueAt: '2017-12-15', rule, calendar: electoral })).toEqual({ ok: false, refusal })
  })

  test('a calendar whose whole week is off, only where working days are counted outside an electoral process', () => {
    const idle = { ...ordinary, weekdaysOff: [1, 2, 3, 4, 5, 6, 7] }
    const rule = { amount: 1, kind: 'working_days' } as const
    expect(dueOf({ notifiedAt: friday, rule, calendar: idle })).toEqual({
      ok: false,
      refusal: { code: 'CALENDAR_WITHOUT_WORKING_DAYS', calendar: 'ordinary' },
    })
    expect(due(friday, 1, 'natural_days', idle).lastDay).toBe('2017-12-16')
    expect(due(friday, 1, 'working_days', { ...idle, electoralProcess: true }).lastDay).toBe('2017-12-16')
  })
})

describe('an extension', () => {
  test('day 1 is the day after the last day of the deadline it moves', () => {
    const first = due(friday, 10, 'working_days', ordinary)
    const { lastDay, explanation } = extended(first.at, { amount: 3, kind: 'working_days' }, ordinary)
    expect(lastDay).toBe('2018-01-05')
    expect(explanation.start).toEqual({ event: 'previous_due', at: first.at, day: '2018-01-02' })
  })
})

test('years that the calendar knows nothing of are reported', () => {
  const calendar = ordinaryCalendar(lftHolidays(2017))
  expect(due(friday, 10, 'working_days', calendar).explanation.yearsWithoutHolidays).toEqual([2018])
  expect(due(friday, 10, 'natural_days', calendar).explanation.yearsWithoutHolidays).toEqual([])
})

describe('invariants', () => {
  const instant = fc
    .date({ min: new Date('2016-01-01T00:00:00Z'), max: new Date('2025-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString())
  const dayKind = fc.constantFrom<DayKind[]>('natural_days', 'working_days')
  const kind = fc.constantFrom<DayKind[]>('natural_days', 'working_days', 'hours')
  const calendar = fc.constantFrom(electoral, ordinary)
  const amount = fc.integer({ min: 1, max: 120 })
  const nextDay = (date: string) => Temporal.PlainDate.from(date).add({ days: 1 }).toString()

  test('one more is later', () => {
    fc.assert(
      fc.property(instant, amount, kind, calendar, (notifiedAt, n, unit, days) => {
        expect(due(notifiedAt, n + 1, unit, days).at > due(notifiedAt, n, unit, days).at).toBe(true)
        expect(due(notifiedAt, n, unit, days).at > notifiedAt).toBe(true)
      }),
    )
  })

  test('an extension never shortens, whatever its unit and calendar', () => {
    fc.assert(
      fc.property(
        instant,
        amount,
        kind,
        calendar,
        amount,
        kind,
        calendar,
        (notifiedAt, n, unit, days, m, other, more) => {
          const first = due(notifiedAt, n, unit, days)
          expect(extended(first.at, { amount: m, kind: other }, more).at > first.at).toBe(true)
        },
      ),
    )
  })

  test('n days extended by m of the same kind are n + m days', () => {
    fc.assert(
      fc.property(instant, amount, amount, dayKind, calendar, (notifiedAt, n, m, unit, days) => {
        const first = due(notifiedAt, n, unit, days)
        expect(extended(first.at, { amount: m, kind: unit }, days).at).toBe(due(notifiedAt, n + m, unit, days).at)
      }),
    )
  })

  test('counting starts the day after; counted and skipped days make up the whole; only the counted are working', () => {
    fc.assert(
      fc.property(instant, amount, calendar, (notifiedAt, n, days) => {
        const { lastDay, explanation } = due(notifiedAt, n, 'working_days', days)
        const { start, countedFrom, dayOne } = explanation
        if (lastDay === null || countedFrom === null) throw new Error('Days were not counted')
        expect(countedFrom).toBe(nextDay(start.day))
        const skipped = new Set(explanation.skipped.map(({ date }) => date))
        const counted: string[] = []
        for (let date = countedFrom; date <= lastDay; date = nextDay(date)) {
          expect(isWorkingDay(date, days)).toBe(!skipped.has(date))
          if (!skipped.delete(date)) counted.push(date)
        }
        expect(skipped.size).toBe(0)
        expect(counted).toHaveLength(n)
        expect([counted[0], counted.at(-1)]).toEqual([dayOne, lastDay])
      }),
      { numRuns: 50 },
    )
  })
})
