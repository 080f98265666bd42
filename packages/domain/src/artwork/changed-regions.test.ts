import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedRegions, type PixelBox } from './changed-regions.ts'

const [WIDTH, HEIGHT] = [300, 200]

function imageOf(...boxes: PixelBox[]) {
  const pixels = new Uint8Array(WIDTH * HEIGHT)
  for (const { x, y, width, height } of boxes) {
    for (let row = y; row < y + height; row++) pixels.fill(1, row * WIDTH + x, row * WIDTH + x + width)
  }
  return { width: WIDTH, height: HEIGHT, pixels }
}

const box = (x: number, y: number, width: number, height: number): PixelBox => ({ x, y, width, height })

test('what changed is told to the pixel, from the top down', () => {
  const regions = [box(200, 10, 31, 7), box(3, 120, 50, 20)]
  expect(changedRegions(imageOf(...regions), 6)).toEqual(regions)
  expect(changedRegions(imageOf(), 6)).toEqual([])
})

test('what lies near is one region, what lies apart is two', () => {
  const letters = imageOf(box(10, 10, 5, 8), box(20, 10, 5, 8), box(120, 10, 5, 8))
  expect(changedRegions(letters, 12)).toEqual([box(10, 10, 15, 8), box(120, 10, 5, 8)])
  expect(changedRegions(letters, 200)).toEqual([box(10, 10, 115, 8)])
})

test('a frame is one region with what stands inside it', () => {
  const frame = [box(10, 10, 100, 2), box(10, 98, 100, 2), box(10, 10, 2, 90), box(108, 10, 2, 90)]
  expect(changedRegions(imageOf(...frame, box(50, 50, 4, 4)), 6)).toEqual([box(10, 10, 100, 90)])
})

test('every changed pixel lies in exactly one region, and every region holds one', () => {
  const anyBox = fc.record({
    x: fc.nat(WIDTH - 41),
    y: fc.nat(HEIGHT - 41),
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 40 }),
  })
  fc.assert(
    fc.property(fc.array(anyBox, { maxLength: 8 }), fc.integer({ min: 1, max: 40 }), (boxes, gap) => {
      const image = imageOf(...boxes)
      const regions = changedRegions(image, gap)
      const inside = regions.map(() => 0)
      for (const [at, pixel] of image.pixels.entries()) {
        if (pixel === 0) continue
        const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)]
        const holding = regions.filter(
          (region) => x >= region.x && x < region.x + region.width && y >= region.y && y < region.y + region.height,
        )
        if (holding.length !== 1) throw new Error(`${holding.length} regions hold ${x}, ${y}`)
        inside[regions.indexOf(holding[0] ?? box(0, 0, 0, 0))]!++
      }
      expect(inside.every((count) => count > 0)).toBe(true)
    }),
    { numRuns: 40 },
  )
})
