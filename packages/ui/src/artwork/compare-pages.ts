import { changedRegions, inkProfile, luminance, pageShift, type PageShift, type PixelBox } from '@portal/domain'
import pixelmatch from 'pixelmatch'
import type { PageImage } from './raster.ts'

export type CompareOptions = {
  /** How different two colours may be and still count as the same: 0 to 1. */
  tolerance: number
  /** Where nothing counts, in pixels of the larger page. */
  ignored: readonly PixelBox[]
  /** Whether a page that went aside as a whole is brought back before it is compared. */
  align: boolean
  /** What lies nearer is one region, in pixels. */
  gap: number
  /** How far a page is looked for aside, in pixels. */
  mostShift: number
}

export type PageComparison = {
  /** Ink that is gone red, ink that came green, on white. */
  overlay: PageImage
  regions: PixelBox[]
  shift: PageShift
}

/** Two drawings of a page, pixel by pixel. Where one is smaller the rest of it is white. */
export function comparePages(before: PageImage, after: PageImage, options: CompareOptions): PageComparison {
  const width = Math.max(before.width, after.width)
  const height = Math.max(before.height, after.height)
  const none = { right: 0, down: 0 }
  const old = onWhite(before, width, height, none)
  const plain = onWhite(after, width, height, none)
  const shift = pageShift(inkProfile(old, width, height), inkProfile(plain, width, height), options.mostShift)
  const isShifted = options.align && (shift.right !== 0 || shift.down !== 0)
  const now = isShifted ? onWhite(after, width, height, { right: -shift.right, down: -shift.down }) : plain

  const difference = new Uint8ClampedArray(width * height * 4)
  pixelmatch(old, now, difference, width, height, {
    threshold: options.tolerance,
    diffMask: true,
    ignoreMask: maskOf(options.ignored, width, height),
    // Told from the pixels that differ: those are drawn in `diffColor`.
    aaColor: [0, 0, 0],
    diffColor: [255, 0, 0],
  })
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => difference[at * 4] ?? 0)
  return {
    overlay: { width, height, data: overlaid(old, now) },
    regions: changedRegions({ width, height, pixels }, options.gap),
    shift,
  }
}

function onWhite(image: PageImage, width: number, height: number, { right, down }: PageShift): Uint8ClampedArray {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  const [from, to] = [Math.max(0, -right), Math.min(image.width, width - right)]
  for (let y = Math.max(0, -down); y < Math.min(image.height, height - down); y++) {
    const row = image.data.subarray((y * image.width + from) * 4, (y * image.width + to) * 4)
    data.set(row, ((y + down) * width + from + right) * 4)
  }
  return data
}

function maskOf(boxes: readonly PixelBox[], width: number, height: number): Uint8Array {
  const mask = new Uint8Array(width * height)
  for (const box of boxes) {
    const [left, right] = [Math.max(0, Math.floor(box.x)), Math.min(width, Math.ceil(box.x + box.width))]
    const [top, bottom] = [Math.max(0, Math.floor(box.y)), Math.min(height, Math.ceil(box.y + box.height))]
    for (let y = top; y < bottom; y++) mask.fill(1, y * width + left, y * width + right)
  }
  return mask
}

function overlaid(before: Uint8ClampedArray, after: Uint8ClampedArray): Uint8ClampedArray {
  const data = new Uint8ClampedArray(before.length)
  for (let at = 0; at < data.length; at += 4) {
    const old = luminance(before[at] ?? 0, before[at + 1] ?? 0, before[at + 2] ?? 0)
    const now = luminance(after[at] ?? 0, after[at + 1] ?? 0, after[at + 2] ?? 0)
    // Where only the old has ink red is left, where only the new has it green; ink of both is grey.
    data[at] = now
    data[at + 1] = old
    data[at + 2] = Math.min(old, now)
    data[at + 3] = 255
  }
  return data
}
