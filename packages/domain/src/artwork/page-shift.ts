/** How much ink stands in each column and in each row of a page: from 0 (blank) upwards. */
export type InkProfile = { columns: ArrayLike<number>; rows: ArrayLike<number> }

/** By how many pixels a page as a whole went to the right and down. */
export type PageShift = { right: number; down: number }

/** A shift must explain that much of the difference: a page that only changed in a place did not shift. */
const LEAST_EXPLAINED = 0.6

/** The ink of an image of RGBA bytes. */
export function inkProfile(rgba: ArrayLike<number>, width: number, height: number): InkProfile {
  const columns = new Float64Array(width)
  const rows = new Float64Array(height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      const ink = 255 - luminance(rgba[at] ?? 255, rgba[at + 1] ?? 255, rgba[at + 2] ?? 255)
      columns[x] = (columns[x] ?? 0) + ink
      rows[y] = (rows[y] ?? 0) + ink
    }
  }
  return { columns, rows }
}

/** As bright as the eye takes it (ITU-R BT.709), 0 to 255. */
export const luminance = (red: number, green: number, blue: number): number =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue

/** The shift of at most `most` pixels that brings one page onto the other; none where that explains little. */
export const pageShift = (before: InkProfile, after: InkProfile, most: number): PageShift => ({
  right: profileShift(before.columns, after.columns, most),
  down: profileShift(before.rows, after.rows, most),
})

function profileShift(before: ArrayLike<number>, after: ArrayLike<number>, most: number): number {
  const still = difference(before, after, 0)
  let best = { shift: 0, left: still }
  for (let shift = -most; shift <= most; shift++) {
    const left = difference(before, after, shift)
    if (left < best.left) best = { shift, left }
  }
  return best.left <= still * (1 - LEAST_EXPLAINED) ? best.shift : 0
}

function difference(before: ArrayLike<number>, after: ArrayLike<number>, shift: number): number {
  let sum = 0
  const length = Math.max(before.length, after.length)
  for (let at = 0; at < length; at++) sum += Math.abs((before[at] ?? 0) - (after[at + shift] ?? 0))
  return sum
}
