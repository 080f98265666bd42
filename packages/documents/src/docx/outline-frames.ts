import type { NumberReading } from './number-reading.ts'
import type { OutlineItem } from './outline-item.ts'

/** Whether a number goes on from the one before it among its siblings. */
type Sequence = 'repeated' | 'missing' | null

export type Place = { depth: number; sequence: Sequence }

/** A clause that is still open: those that follow may stand inside it. */
export type Frame = {
  depth: number
  /** Null for the document itself. */
  item: OutlineItem | null
  path: readonly number[]
  reading: NumberReading | undefined
  /** The lists that stand directly inside, by scheme of number. */
  series: Map<string, Series>
}

type Series = { last: number; seen: Set<number>; depth: number }

type Found = { depth: number; reading: NumberReading }

const newFrame = (depth: number, item: OutlineItem | null, reading?: NumberReading): Frame => ({
  depth,
  item,
  path: item?.path ?? [],
  reading,
  series: new Map(),
})

export class OutlineFrames {
  readonly root = newFrame(-1, null)
  readonly #open: Frame[] = [this.root]

  get top(): Frame {
    return this.#open.at(-1) ?? this.root
  }

  /** Puts a clause at a depth, at most one deeper than the clause before it, and tells how its number follows. */
  put(item: OutlineItem, depth: number, reading?: NumberReading): Place {
    while (this.top !== this.root && this.top.depth >= depth) this.#closeTop()
    const parent = this.top
    const placed = Math.min(depth, parent.depth + 1)
    this.#open.push(newFrame(placed, item, reading))
    return { depth: placed, sequence: reading ? follow(parent, reading, placed) : null }
  }

  closeInside(frame: Frame): void {
    while (this.top !== frame && this.top !== this.root) this.#closeTop()
  }

  /** The innermost open clause of which it holds; never the document itself. */
  findInner(holds: (frame: Frame) => boolean): Frame | undefined {
    return this.#open.findLast((frame) => frame !== this.root && holds(frame))
  }

  findLongestPrefix(path: readonly number[]): Frame | undefined {
    const prefixes = this.#open.filter(
      (frame) =>
        frame.path.length > 0 && frame.path.length < path.length && frame.path.every((part, at) => part === path[at]),
    )
    const longest = Math.max(0, ...prefixes.map((frame) => frame.path.length))
    return prefixes.findLast((frame) => frame.path.length === longest)
  }

  /** The innermost list of which a reading is the next number. */
  findContinued(readings: readonly NumberReading[]): Found | undefined {
    return this.#findSeries(readings, (series, { value }) => series.last + 1 === value)
  }

  /** The innermost list of the same scheme, whatever its last number. */
  findSeries(readings: readonly NumberReading[]): Found | undefined {
    return this.findContinued(readings) ?? this.#findSeries(readings, () => true)
  }

  /** The reading that goes on from a number before, or the one that begins a list. */
  preferred(item: OutlineItem): NumberReading | undefined {
    const continued = this.findContinued(item.readings)?.reading
    return continued ?? item.readings.find(({ value }) => value === 1) ?? item.readings[0]
  }

  /** The open list items, innermost first, up to the nearest heading or numbered clause around them. */
  openLists(): Frame[] {
    const lists: Frame[] = []
    for (const frame of this.#open.toReversed()) {
      const role = frame.item?.role
      if (role === 'heading' || role === 'path' || role === 'division') break
      if (role === 'item') lists.push(frame)
    }
    return lists
  }

  /** No paragraph or other list came between it and what follows. */
  isLastOfLists(frame: Frame): boolean {
    const inside = this.#open.slice(this.#open.indexOf(frame) + 1)
    return inside.every(({ item }) => item?.role === 'item' || item?.role === 'bullet')
  }

  /** Where the paragraph that announced a list stands, or the list itself when nothing announced it. */
  depthOfIntroduction(listItem: Frame): number {
    const around = this.#open.findLast((frame) => frame.depth < listItem.depth)
    return around?.item?.role === 'text' ? around.depth : listItem.depth
  }

  #findSeries(
    readings: readonly NumberReading[],
    fits: (series: Series, reading: NumberReading) => boolean,
  ): Found | undefined {
    for (const frame of this.#open.toReversed()) {
      for (const reading of readings) {
        const series = frame.series.get(reading.scheme)
        if (series && fits(series, reading)) return { depth: series.depth, reading }
      }
    }
    return undefined
  }

  /** A list goes on behind the next paragraph even when the paragraph that announced it is over. */
  #closeTop(): void {
    const closed = this.#open.pop()
    if (closed?.item?.role !== 'text') return
    for (const [scheme, series] of closed.series) this.top.series.set(scheme, series)
  }
}

function follow(parent: Frame, { scheme, value }: NumberReading, depth: number): Sequence {
  const series = parent.series.get(scheme)
  if (!series || series.depth !== depth) {
    parent.series.set(scheme, { last: value, seen: new Set([value]), depth })
    return scheme.startsWith('path ') && value > 1 && scheme === `path ${parent.path.join('.')}` ? 'missing' : null
  }
  const sequence = series.seen.has(value) ? 'repeated' : value > series.last + 1 ? 'missing' : null
  series.seen.add(value)
  series.last = value
  return sequence
}
