import fc from 'fast-check'
import { expect, test } from 'vitest'
import { between, describeBox, middleOf, moved, resized, within, type Box, type PageSize } from './region-box.ts'

const page: PageSize = { width: 612, height: 792 }

test('arrows move a region and stop at the edge of the page', () => {
  const box = { x: 10, y: 700, width: 100, height: 50 }
  expect(moved(box, -20, 0, page)).toEqual({ ...box, x: 0 })
  expect(moved(box, 0, 100, page)).toEqual({ ...box, y: 742 })
})

test('resizing keeps the upper left corner', () => {
  const box = { x: 10, y: 100, width: 100, height: 50 }
  const taller = resized(box, 5, 20, page)
  expect(taller).toEqual({ x: 10, y: 80, width: 105, height: 70 })
})

test('a region drawn from any corner to any other is the same', () => {
  const one = between({ x: 10, y: 20 }, { x: 60, y: 90 }, page)
  expect(between({ x: 60, y: 90 }, { x: 10, y: 20 }, page)).toEqual(one)
  expect(one).toEqual({ x: 10, y: 20, width: 50, height: 70 })
})

test('is told in millimetres from the upper left corner', () => {
  expect(describeBox(middleOf(page), page)).toBe('72 × 93 mm, a 72 mm del borde izquierdo y 93 mm del superior')
})

test('no sequence of keys takes a region off its page', () => {
  const step = fc.record({
    resize: fc.boolean(),
    a: fc.integer({ min: -900, max: 900 }),
    b: fc.integer({ min: -900, max: 900 }),
  })
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const end = steps.reduce<Box>(
        (box, { resize, a, b }) => (resize ? resized(box, a, b, page) : moved(box, a, b, page)),
        middleOf(page),
      )
      const kept = within(end, page)
      for (const side of ['x', 'y', 'width', 'height'] as const) expect(kept[side]).toBeCloseTo(end[side], 6)
    }),
  )
})
