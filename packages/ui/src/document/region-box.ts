/**
 * A region of a PDF page in points (1/72 inch) from the page's lower left corner, as the page is stored: the same
 * numbers at any zoom and on any screen.
 */
export type Box = { x: number; y: number; width: number; height: number }

export type PageSize = { width: number; height: number }

/** A region smaller than this can't be seen or hit: 2 mm. */
export const LEAST_SIDE = 5.67

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), Math.max(least, most))

/** Keeps a region on its page without changing its size, unless it is larger than the page. */
export function within(box: Box, page: PageSize): Box {
  const width = clamp(box.width, LEAST_SIDE, page.width)
  const height = clamp(box.height, LEAST_SIDE, page.height)
  return { x: clamp(box.x, 0, page.width - width), y: clamp(box.y, 0, page.height - height), width, height }
}

/** Moves by points; `up` is towards the top of the page. */
export const moved = (box: Box, right: number, up: number, page: PageSize): Box =>
  within({ ...box, x: box.x + right, y: box.y + up }, page)

/** Resizes by points and keeps the upper left corner where it is, as a person sees it. */
export function resized(box: Box, wider: number, taller: number, page: PageSize): Box {
  const width = clamp(box.width + wider, LEAST_SIDE, page.width - box.x)
  const height = clamp(box.height + taller, LEAST_SIDE, box.y + box.height)
  return { x: box.x, y: box.y + box.height - height, width, height }
}

/** The region between two points of the page, whichever way it was drawn. */
export function between(from: { x: number; y: number }, to: { x: number; y: number }, page: PageSize): Box {
  const x = clamp(Math.min(from.x, to.x), 0, page.width)
  const y = clamp(Math.min(from.y, to.y), 0, page.height)
  return {
    x,
    y,
    width: clamp(Math.abs(to.x - from.x), 0, page.width - x),
    height: clamp(Math.abs(to.y - from.y), 0, page.height - y),
  }
}

/** Where a region begins that is made by keyboard: a third of the page, in its middle. */
export const middleOf = (page: PageSize): Box =>
  within({ x: page.width / 3, y: page.height / 3, width: page.width / 3, height: page.height / 3 }, page)

const millimetres = (points: number) => Math.round((points * 25.4) / 72)

/** How a screen reader tells where a region is: "60 × 40 mm, a 20 mm del borde izquierdo y 15 mm del superior". */
export function describeBox(box: Box, page: PageSize): string {
  const top = page.height - box.y - box.height
  return (
    `${millimetres(box.width)} × ${millimetres(box.height)} mm, ` +
    `a ${millimetres(box.x)} mm del borde izquierdo y ${millimetres(top)} mm del superior`
  )
}
