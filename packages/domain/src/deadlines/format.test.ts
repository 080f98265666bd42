import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatCount, formatDate, formatDue, formatInstant, formatTimeLeft } from './format.ts'

describe('dates', () => {
  test.each([
    ['2017-12-25', 'lun 25 dic 2017'],
    ['2017-09-06', 'mié 6 sep 2017'],
    ['2018-02-03', 'sáb 3 feb 2018'],
    ['1969-12-31', 'mié 31 dic 1969'],
  ])('%s', (date, text) => {
    expect(formatDate(date)).toBe(text)
  })

  test.each(['2017-02-29', '2017-12-25T00:00:00Z', 'hoy'])('%s is not a date', (date) => {
    expect(() => formatDate(date)).toThrow(RangeError)
  })

  test('an instant is shown in central Mexico, with its summer time until 2022', () => {
    expect(formatInstant('2017-12-14T16:32:00.000Z')).toBe('jue 14 dic 2017, 10:32')
    expect(formatInstant('2018-07-02T04:59:59.999Z')).toBe('dom 1 jul 2018, 23:59')
    expect(formatInstant('2023-07-02T05:59:00Z')).toBe('sáb 1 jul 2023, 23:59')
    expect(formatInstant('2017-12-14T10:32:00-06:00')).toBe('jue 14 dic 2017, 10:32')
  })

  test.each(['2017-12-14', '2017-12-14T10:32:00', 'ayer', ''])('%j is not an instant', (iso) => {
    expect(() => formatInstant(iso)).toThrow(RangeError)
  })

  test('a deadline that ends at midnight ends at 24:00 of its last day', () => {
    expect(formatDue('2017-12-26T06:00:00.000Z')).toBe('lun 25 dic 2017, 24:00')
    expect(formatDue('2018-01-01T06:00:00.000Z')).toBe('dom 31 dic 2017, 24:00')
    expect(formatDue('2018-07-03T05:00:00.000Z')).toBe('lun 2 jul 2018, 24:00')
    expect(formatDue('2017-12-26T05:59:00.000Z')).toBe('lun 25 dic 2017, 23:59')
    expect(formatDue('2017-12-26T06:00:30.000Z')).toBe('mar 26 dic 2017, 00:00')
  })
})

describe('time left', () => {
  const dueAt = '2017-12-26T06:00:00.000Z'

  test.each([
    ['2017-12-22T05:59:00Z', 'quedan 4 días'],
    ['2017-12-25T05:59:00Z', 'queda 1 día'],
    ['2017-12-26T02:30:00Z', 'vence hoy, quedan 3 h'],
    ['2017-12-26T04:30:00Z', 'vence hoy, queda 1 h'],
    ['2017-12-26T05:15:00Z', 'vence hoy, quedan 45 min'],
    ['2017-12-26T05:58:30Z', 'vence hoy, queda 1 min'],
    ['2017-12-26T05:59:30Z', 'vence hoy, queda menos de 1 min'],
    ['2017-12-26T06:00:00Z', 'venció hace 1 día'],
    ['2017-12-27T18:00:00Z', 'venció hace 2 días'],
  ])('at %s', (now, text) => {
    expect(formatTimeLeft(dueAt, now)).toBe(text)
  })

  test('a deadline of hours that ended today', () => {
    expect(formatTimeLeft('2017-12-25T16:00:00Z', '2017-12-25T16:00:00Z')).toBe('venció hoy, hace menos de 1 min')
    expect(formatTimeLeft('2017-12-25T16:00:00Z', '2017-12-25T18:10:00Z')).toBe('venció hoy, hace 2 h')
  })

  test('many days are grouped', () => {
    expect(formatTimeLeft('2021-01-01T06:00:00Z', '2017-12-01T18:00:00Z')).toBe('quedan 1,126 días')
  })
})

describe('counts', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [999, '999'],
    [1155, '1,155'],
    [-1155, '-1,155'],
    [181256, '181,256'],
    [1234567, '1,234,567'],
  ])('%d', (count, text) => {
    expect(formatCount(count)).toBe(text)
  })

  test('without its commas it is the number again, in groups of three', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (count) => {
        expect(formatCount(count)).toMatch(/^-?\d{1,3}(?:,\d{3})*$/)
        expect(Number(formatCount(count).replaceAll(',', ''))).toBe(count === 0 ? 0 : count)
      }),
    )
  })

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is not a count', (count) => {
    expect(() => formatCount(count)).toThrow(RangeError)
  })
})
