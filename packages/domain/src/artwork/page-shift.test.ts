import { expect, test } from 'vitest'
import { inkProfile, pageShift } from './page-shift.ts'

const [WIDTH, HEIGHT] = [120, 80]

/** A white page with black rectangles. */
function profileOf(...boxes: [x: number, y: number, width: number, height: number][]) {
  const rgba = new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(255)
  for (const [x, y, width, height] of boxes) {
    for (let row = y; row < y + height; row++) {
      for (let column = x; column < x + width; column++)
        rgba.fill(0, (row * WIDTH + column) * 4, (row * WIDTH + column) * 4 + 3)
    }
  }
  return inkProfile(rgba, WIDTH, HEIGHT)
}

test('a page that went aside as a whole is told by how much', () => {
  const before = profileOf([10, 10, 40, 5], [20, 30, 60, 9])
  expect(pageShift(before, profileOf([13, 8, 40, 5], [23, 28, 60, 9]), 12)).toEqual({ right: 3, down: -2 })
  expect(pageShift(before, before, 12)).toEqual({ right: 0, down: 0 })
})

test('a page that only changed in a place did not go aside', () => {
  const before = profileOf([10, 10, 40, 5], [20, 30, 60, 9])
  expect(pageShift(before, profileOf([10, 10, 40, 5], [26, 30, 60, 9], [70, 60, 30, 9]), 12)).toEqual({
    right: 0,
    down: 0,
  })
  expect(pageShift(profileOf(), before, 12)).toEqual({ right: 0, down: 0 })
})
