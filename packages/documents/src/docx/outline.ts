import { findLead } from './lookahead.ts'
import type { NumberReading } from './number-reading.ts'
import type { OutlineItem } from './outline-item.ts'
import type { Frame, Place } from './outline-frames.ts'
import { OutlineFrames } from './outline-frames.ts'

/**
 * Gives each block its depth. Word files say little about nesting: lists that look nested are often separate lists of
 * the same level, and paragraphs never say to which item they belong. What is read instead is what a person reads: the
 * parts of a number (2.5.1 is inside 2.5), which number continues which list, what announces a list, what is a title.
 */
export function placeAll(items: readonly OutlineItem[]): Place[] {
  const frames = new OutlineFrames()
  return items.map((item, index) => {
    switch (item.role) {
      case 'heading':
        return placeHeading(frames, item)
      case 'path':
        return placePath(frames, item)
      case 'division':
        return placeDivision(frames, item)
      case 'item':
        return placeNumbered(frames, item)
      case 'bullet':
        return placeBullet(frames, item)
      case 'table':
        return frames.top.item?.introduces === true
          ? frames.put(item, frames.top.depth + 1)
          : placeText(frames, items, index, item)
      case 'text':
        return placeText(frames, items, index, item)
    }
  })
}

function placeHeading(frames: OutlineFrames, item: OutlineItem): Place {
  const prefix = item.path.length > 1 ? frames.findInner((frame) => isPrefix(frame.path, item.path)) : undefined
  const parent =
    prefix ?? frames.findInner(({ item: outer }) => outer?.role === 'heading' && outer.outline < item.outline)
  frames.closeInside(parent ?? frames.root)
  return frames.put(item, frames.top.depth + 1, item.path.length > 1 ? lastOf(item.path) : frames.preferred(item))
}

function placePath(frames: OutlineFrames, item: OutlineItem): Place {
  const parent = frames.findLongestPrefix(item.path)
  if (parent) {
    frames.closeInside(parent)
    return frames.put(item, parent.depth + 1, lastOf(item.path))
  }
  const sibling = frames.findInner((frame) => frame.item?.role === 'path' && frame.path.length === item.path.length)
  if (sibling) return frames.put(item, sibling.depth, lastOf(item.path))
  const holder = frames.findInner(({ item: outer }) => outer?.role === 'heading' || outer?.role === 'division')
  frames.closeInside(holder ?? frames.root)
  return frames.put(item, frames.top.depth + 1, lastOf(item.path))
}

/** Articles, chapters and points stand under a heading or a division of another name, never inside a list. */
function placeDivision(frames: OutlineFrames, item: OutlineItem): Place {
  const before = frames.findSeries(item.readings)
  if (before) return frames.put(item, before.depth, before.reading)
  const holder = frames.findInner(({ item: outer }) => outer?.role === 'heading' || outer?.role === 'division')
  frames.closeInside(holder ?? frames.root)
  return frames.put(item, frames.top.depth + 1, item.readings[0])
}

function placeNumbered(frames: OutlineFrames, item: OutlineItem): Place {
  const next = frames.findContinued(item.readings)
  if (next) return frames.put(item, next.depth, next.reading)
  const first = item.readings.find(({ value }) => value === 1)
  if (first) return startList(frames, item, first)
  const series = frames.findSeries(item.readings)
  if (series) return frames.put(item, series.depth, series.reading)
  return startList(frames, item, item.readings[0])
}

function placeBullet(frames: OutlineFrames, item: OutlineItem): Place {
  const sibling = frames.findInner(
    ({ item: outer }) => outer?.role === 'bullet' && outer.abstractId === item.abstractId && outer.level === item.level,
  )
  if (sibling && frames.isLastOfLists(sibling)) return frames.put(item, sibling.depth)
  return startList(frames, item, undefined)
}

const RANKS = { '1': 1, A: 1, I: 1, a: 2, i: 3 } as const

function startList(frames: OutlineFrames, item: OutlineItem, reading: NumberReading | undefined): Place {
  const { top } = frames
  const outer = top.item
  // A deeper level of the list that is open says so itself.
  const holder =
    item.abstractId === null
      ? undefined
      : frames.findInner((frame) => frame.item?.abstractId === item.abstractId && frame.item.level < item.level)
  if (holder && outer?.introduces !== true) return frames.put(item, holder.depth + 1, reading)
  if (outer === null || outer.introduces || isContainer(top)) return frames.put(item, top.depth + 1, reading)
  if (outer.role === 'bullet') return frames.put(item, item.role === 'bullet' ? top.depth + 1 : top.depth, reading)
  if (outer.role === 'item') {
    const inside = item.role === 'bullet' || rankOf(reading) > rankOf(top.reading)
    return frames.put(item, inside ? top.depth + 1 : top.depth, reading)
  }
  return frames.put(item, (frames.findInner(isContainer) ?? frames.root).depth + 1, reading)
}

function placeText(frames: OutlineFrames, items: readonly OutlineItem[], index: number, item: OutlineItem): Place {
  const lists = frames.openLists()
  const lead = findLead(lists, items, index)
  if (lead.inside) return frames.put(item, lead.inside.depth + 1)
  if (lead.closes) return frames.put(item, frames.depthOfIntroduction(lead.closes))
  return frames.put(item, (frames.findInner(isContainer) ?? frames.root).depth + 1)
}

/** What may hold paragraphs: a list item only when it is a title ("a) Consultas"). */
function isContainer({ item }: Frame): boolean {
  if (item === null) return false
  return (
    item.role === 'heading' || item.role === 'path' || item.role === 'division' || (item.role === 'item' && item.title)
  )
}

function isPrefix(shorter: readonly number[], longer: readonly number[]): boolean {
  return shorter.length > 0 && shorter.length < longer.length && shorter.every((part, index) => part === longer[index])
}

function lastOf(path: readonly number[]): NumberReading {
  return { scheme: `path ${path.slice(0, -1).join('.')}`, value: path.at(-1) ?? 0 }
}

function rankOf(reading: NumberReading | undefined): number {
  const sign = reading?.scheme.replaceAll(/[^\p{L}\d]/gu, '') ?? ''
  return Object.hasOwn(RANKS, sign) ? RANKS[sign as keyof typeof RANKS] : 1
}
