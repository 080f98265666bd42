import { expect, test } from 'vitest'
import { comparePages, type CompareOptions } from './compare-pages.ts'
import type { PageImage } from './raster.ts'

const OPTIONS: CompareOptions = { tolerance: 0.1, ignored: [], align: true, gap: 8, mostShift: 10 }

/** A white page with rectangles of a grey. */
function page(...boxes: (readonly [x: number, y: number, width: number, height: number, grey?: number])[]): PageImage {
  const [width, height] = [160, 120]
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (const [x, y, w, h, grey = 0] of boxes) {
    for (let row = y; row < y + h; row++) {
      for (let column = x; column < x + w; column++) {
        data.fill(grey, (row * width + column) * 4, (row * width + column) * 4 + 3)
      }
    }
  }
  return { width, height, data }
}

const LINES = [
  [10, 10, 90, 6],
  [10, 30, 120, 6],
  [10, 50, 60, 6],
] as const

const colour = ({ overlay }: ReturnType<typeof comparePages>, x: number, y: number) => [
  ...overlay.data.subarray((y * overlay.width + x) * 4, (y * overlay.width + x) * 4 + 3),
]

test('what came and what went is told by its place, the old in red and the new in green', () => {
  const compared = comparePages(page(...LINES, [20, 80, 20, 10]), page(...LINES, [100, 80, 20, 10]), OPTIONS)
  expect(compared.regions).toEqual([
    { x: 20, y: 80, width: 20, height: 10 },
    { x: 100, y: 80, width: 20, height: 10 },
  ])
  expect([colour(compared, 25, 85), colour(compared, 105, 85), colour(compared, 15, 12)]).toEqual([
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 0],
  ])
})

test('a page is itself', () => {
  expect(comparePages(page(...LINES), page(...LINES), OPTIONS).regions).toEqual([])
})

test('what is ignored does not count, nor what differs less than is tolerated', () => {
  const [before, after] = [page(...LINES), page(...LINES, [100, 80, 20, 10, 230])]
  const regions = (options: Partial<CompareOptions>) => comparePages(before, after, { ...OPTIONS, ...options }).regions
  expect(regions({ tolerance: 0.02 })).toHaveLength(1)
  expect(regions({ tolerance: 0.4 })).toEqual([])
  expect(regions({ tolerance: 0.02, ignored: [{ x: 95, y: 75, width: 40, height: 30 }] })).toEqual([])
})

test('a page that went aside as a whole is one finding, and what else changed the other', () => {
  const aside = LINES.map(([x, y, width, height]) => [x + 4, y + 3, width, height] as const)
  const after = page(...aside, [100, 90, 6, 4])
  const aligned = comparePages(page(...LINES), after, OPTIONS)
  expect(aligned.shift).toEqual({ right: 4, down: 3 })
  expect(aligned.regions).toEqual([{ x: 96, y: 87, width: 6, height: 4 }])
  expect(comparePages(page(...LINES), after, { ...OPTIONS, align: false }).regions.length).toBeGreaterThan(1)
})

test('what a larger page has beyond the smaller one counts', () => {
  const small = { width: 50, height: 40, data: new Uint8ClampedArray(50 * 40 * 4).fill(255) }
  expect(comparePages(small, page([100, 80, 20, 10]), OPTIONS).regions).toEqual([
    { x: 100, y: 80, width: 20, height: 10 },
  ])
})
