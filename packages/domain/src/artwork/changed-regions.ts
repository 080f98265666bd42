/** A rectangle of an image in its pixels, from the upper left corner. */
export type PixelBox = { x: number; y: number; width: number; height: number }

/** One byte per pixel, row by row; what is not 0 changed. */
export type ChangedPixels = { width: number; height: number; pixels: ArrayLike<number> }

/** Pixels are looked at in squares of this side: fine enough for a letter of 6 points at 150 dpi. */
const CELL = 6

/**
 * The rectangles in which an image changed, from the top down and from the left. What lies nearer than `gap` pixels is one
 * region: the letters of a word, the words of a line.
 */
export function changedRegions({ width, height, pixels }: ChangedPixels, gap: number): PixelBox[] {
  const columns = Math.ceil(width / CELL)
  const rows = Math.ceil(height / CELL)
  const cells = changedCells(pixels, { width, height, columns, rows })
  const reach = Math.max(1, Math.ceil(gap / CELL))
  const seen = new Uint8Array(cells.length)
  const regions: PixelBox[] = []
  for (let start = 0; start < cells.length; start++) {
    if (seen[start] === 1 || !cells[start]) continue
    let found: Bounds | null = null
    const open = [start]
    seen[start] = 1
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      const bounds = cells[cell]
      if (bounds) found = found ? around(found, bounds) : bounds
      const [column, row] = [cell % columns, Math.floor(cell / columns)]
      for (let down = Math.max(0, row - reach); down <= Math.min(rows - 1, row + reach); down++) {
        for (let right = Math.max(0, column - reach); right <= Math.min(columns - 1, column + reach); right++) {
          const next = down * columns + right
          if (seen[next] === 1 || !cells[next]) continue
          seen[next] = 1
          open.push(next)
        }
      }
    }
    if (found) regions.push(boxOf(found))
  }
  return merged(regions).toSorted((one, other) => one.y - other.y || one.x - other.x)
}

/** The first and the last pixel that changed, both included. */
type Bounds = { left: number; top: number; right: number; bottom: number }

type Grid = { width: number; height: number; columns: number; rows: number }

function changedCells(pixels: ArrayLike<number>, { width, height, columns, rows }: Grid): (Bounds | undefined)[] {
  const cells: (Bounds | undefined)[] = Array.from({ length: columns * rows })
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (pixels[y * width + x] === 0) continue
      const at = Math.floor(y / CELL) * columns + Math.floor(x / CELL)
      const pixel = { left: x, top: y, right: x, bottom: y }
      const known = cells[at]
      cells[at] = known ? around(known, pixel) : pixel
    }
  }
  return cells
}

const around = (one: Bounds, other: Bounds): Bounds => ({
  left: Math.min(one.left, other.left),
  top: Math.min(one.top, other.top),
  right: Math.max(one.right, other.right),
  bottom: Math.max(one.bottom, other.bottom),
})

const boxOf = ({ left, top, right, bottom }: Bounds): PixelBox => ({
  x: left,
  y: top,
  width: right - left + 1,
  height: bottom - top + 1,
})

const boundsOf = ({ x, y, width, height }: PixelBox): Bounds => ({
  left: x,
  top: y,
  right: x + width - 1,
  bottom: y + height - 1,
})

const overlap = (one: Bounds, other: Bounds): boolean =>
  one.left <= other.right && other.left <= one.right && one.top <= other.bottom && other.top <= one.bottom

/** A frame and what stands inside it are one region: no two rectangles overlap. */
function merged(regions: readonly PixelBox[]): PixelBox[] {
  const apart: Bounds[] = []
  for (const region of regions) {
    let bounds = boundsOf(region)
    for (let at = 0; at < apart.length; at++) {
      const other = apart[at]
      if (!other || !overlap(bounds, other)) continue
      bounds = around(bounds, other)
      apart.splice(at, 1)
      // Grown, it may reach what it did not reach before.
      at = -1
    }
    apart.push(bounds)
  }
  return apart.map(boxOf)
}
