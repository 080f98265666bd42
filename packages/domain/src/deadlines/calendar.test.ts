import { describe, expect, test } from 'vitest'
import { electoralCalendar, isWorkingDay, ordinaryCalendar } from './calendar.ts'
import { lftHolidays } from './lft-holidays.ts'

const datesOf = (year: number, electionDays?: readonly string[]) =>
  lftHolidays(year, electionDays).map(({ date }) => date)

describe('working days', () => {
  const ordinary = ordinaryCalendar(lftHolidays(2017))

  test.each([
    ['2017-12-22', true],
    ['2017-12-23', false],
    ['2017-12-24', false],
    ['2017-12-25', false],
    ['2017-12-26', true],
  ])('%s outside an electoral process: %s', (date, working) => {
    expect(isWorkingDay(date, ordinary)).toBe(working)
    expect(isWorkingDay(date, electoralCalendar())).toBe(true)
  })

  test('an electoral process overrides days off that a calendar may carry', () => {
    expect(isWorkingDay('2017-12-25', { ...ordinary, electoralProcess: true })).toBe(true)
  })

  test.each(['2017-02-29', '2017-13-01', '17-12-25', ''])('%s is not a date', (date) => {
    expect(() => isWorkingDay(date, ordinary)).toThrow(RangeError)
    expect(() => isWorkingDay(date, electoralCalendar())).toThrow(RangeError)
  })
})

describe('holidays of LFT 74', () => {
  test('of 2017', () => {
    expect(datesOf(2017)).toEqual([
      '2017-01-01',
      '2017-02-06',
      '2017-03-20',
      '2017-05-01',
      '2017-09-16',
      '2017-11-20',
      '2017-12-25',
    ])
  })

  test('of 2018, with the election day and the last handover in December', () => {
    expect(datesOf(2018, ['2018-07-01', '2021-06-06'])).toEqual([
      '2018-01-01',
      '2018-02-05',
      '2018-03-19',
      '2018-05-01',
      '2018-07-01',
      '2018-09-16',
      '2018-11-19',
      '2018-12-01',
      '2018-12-25',
    ])
  })

  test('the handover is in October from 2024, every six years', () => {
    expect(datesOf(2024)).toContain('2024-10-01')
    expect(datesOf(2024)).not.toContain('2024-12-01')
    expect(datesOf(2025)).not.toContain('2025-10-01')
    expect(datesOf(2030)).toContain('2030-10-01')
  })

  test.each([2005, 2017.5, Number.NaN])('%d is refused', (year) => {
    expect(() => lftHolidays(year)).toThrow(RangeError)
  })
})
