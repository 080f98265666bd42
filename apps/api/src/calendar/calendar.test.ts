import { afterAll, beforeAll, expect, test } from 'vitest'
import { COORDINATOR, liaison } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { aReview } from '../../testing/review.ts'

let product: TestProduct
beforeAll(async () => {
  product = await createTestProduct({ start: '2017-12-15T18:00:00.000Z' })
})
afterAll(() => product.end())

const preview = (calendarKey: string, kind: 'natural_days' | 'working_days', roundId?: string) =>
  product.as(COORDINATOR).calendar.previewDue({ rule: { amount: 10, kind }, calendarKey, extends: roundId ?? null })

test('ten days from Friday 15 December 2017 end on the 25th in the process, on 2 January outside it', async () => {
  expect((await preview('electoral_process', 'working_days')).due).toBe('2017-12-26T06:00:00.000Z')
  const outside = await preview('ordinary', 'working_days')
  expect(outside.due).toBe('2018-01-03T06:00:00.000Z')
  expect(outside.explanation.join(' ')).toContain('lun 25 dic 2017, Navidad')
})

test('an extension is counted on from the end in force', async () => {
  const { roundId } = await aReview(product, { days: 10 })
  expect((await preview('electoral_process', 'natural_days', roundId)).due).toBe('2018-01-05T06:00:00.000Z')
})

test('an unknown calendar, a round that is not there and a senseless amount are refused', async () => {
  await expectRefusal(preview('none', 'natural_days'), { code: 'NOT_FOUND' })
  await expectRefusal(preview('ordinary', 'natural_days', crypto.randomUUID()), { code: 'NOT_FOUND' })
  const senseless = product.as(COORDINATOR).calendar.previewDue({
    rule: { amount: 0, kind: 'hours' },
    calendarKey: 'ordinary',
  })
  await expectRefusal(senseless, { code: 'AMOUNT_OUT_OF_RANGE', least: 1 })
})

test('everybody signed in reads the calendars with their days of rest', async () => {
  const calendars = await product.as(liaison('yuc')).calendar.list()
  expect(calendars.map(({ key, electoralProcess }) => [key, electoralProcess])).toEqual([
    ['electoral_process', true],
    ['ordinary', false],
  ])
  expect(calendars[1]?.holidays).toContainEqual({ date: '2018-07-01', name: 'Jornada electoral' })
})
