import type { Frame } from './outline-frames.ts'
import type { OutlineItem } from './outline-item.ts'

/** How far to look for the next item of a list; beyond it a person would not see the connection either. */
const REACH = 60

/**
 * To which list a paragraph behind list items belongs, told by what comes next: between `a)` and `b)` it is inside `a)`;
 * a title that a new `a)` follows has closed the list before it.
 */
export function findLead(
  lists: readonly Frame[],
  items: readonly OutlineItem[],
  index: number,
): { inside?: Frame; closes?: Frame } {
  const innermost = lists[0]
  const next = items[index + 1]
  if (innermost && items[index]?.title === true && next && restarts(innermost, next)) return { closes: innermost }
  let candidates = lists
  for (let at = index + 1; at < Math.min(items.length, index + REACH) && candidates.length > 0; at++) {
    const item = items[at]
    if (!item || item.role === 'heading' || item.role === 'path' || item.role === 'division') break
    if (item.role !== 'item') continue
    const inside = candidates.find((list) =>
      item.readings.some(({ scheme, value }) => scheme === list.reading?.scheme && value === list.reading.value + 1),
    )
    if (inside) return { inside }
    candidates = candidates.filter((list) => !item.readings.some(({ scheme }) => scheme === list.reading?.scheme))
  }
  return {}
}

function restarts(list: Frame, next: OutlineItem): boolean {
  return next.readings.some(({ scheme, value }) => value === 1 && scheme === list.reading?.scheme)
}
