import type { Archive } from './archive.ts'
import type { NumberFormat } from './number-format.ts'
import { numberFormatOf } from './number-format.ts'
import type { DocxLimits } from './refusal.ts'
import type { StyleSheet } from './style-sheet.ts'
import { isOn, wholeNumber } from './style-sheet.ts'
import type { XmlElement } from './xml.ts'
import { readXml } from './xml.ts'

export const LEVELS = 9

export type Level = {
  start: number
  format: NumberFormat
  /** The least number of digits, of the formats "01, 02", "001, 002". */
  digits: number
  /** For instance `%1.%2)`. */
  text: string
  /** `w:isLgl`: the numbers of all levels are shown as decimals. */
  legal: boolean
  /** `w:lvlRestart`: null restarts after every outer level, 0 never, n after the n outermost levels. */
  restart: number | null
  style: string | null
}

/** What a paragraph refers to by its `w:numId`. */
export type NumberedList = {
  /** Lists of the same abstract numbering count together. */
  abstractId: string
  levels: readonly Level[]
  startOverrides: ReadonlyMap<number, number>
}

export type NumberingDefinitions = { list(numId: string): NumberedList | null }

type AbstractNumbering = { levels: Map<number, Level>; styleLink: string | null }
type NumberingInstance = { abstractId: string; levels: Map<number, Level>; starts: Map<number, number> }
type NumberingPart = { abstracts: Map<string, AbstractNumbering>; instances: Map<string, NumberingInstance> }

const emptyLevel = (): Level => ({
  // Without w:start a level begins at zero (ECMA-376 part 1, 17.9.25).
  start: 0,
  format: 'decimal',
  digits: 1,
  text: '',
  legal: false,
  restart: null,
  style: null,
})

export function readNumbering(
  archive: Archive,
  part: string | null,
  styles: StyleSheet,
  limits: DocxLimits,
): NumberingDefinitions {
  const found: NumberingPart = { abstracts: new Map(), instances: new Map() }
  if (part !== null && archive.has(part)) readPart(archive, part, limits, found)
  const lists = new Map<string, NumberedList | null>()
  return {
    list(numId) {
      const known = lists.get(numId)
      if (known !== undefined) return known
      const list = resolveList(found, styles, numId)
      lists.set(numId, list)
      return list
    },
  }
}

function readPart(archive: Archive, part: string, limits: DocxLimits, found: NumberingPart): void {
  let abstract: AbstractNumbering | null = null
  let instance: NumberingInstance | null = null
  let level: Level | null = null
  let overridden = 0
  readXml(archive, part, limits, {
    open(element) {
      const value = element.attribute('w:val')
      switch (element.name) {
        case 'w:abstractNum':
          abstract = { levels: new Map(), styleLink: null }
          found.abstracts.set(element.attribute('w:abstractNumId') ?? '', abstract)
          return
        case 'w:numStyleLink':
          if (abstract) abstract.styleLink = value ?? null
          return
        case 'w:num':
          instance = { abstractId: '', levels: new Map(), starts: new Map() }
          found.instances.set(element.attribute('w:numId') ?? '', instance)
          return
        case 'w:abstractNumId':
          if (instance) instance.abstractId = value ?? ''
          return
        case 'w:lvlOverride':
          overridden = wholeNumber(element.attribute('w:ilvl')) ?? 0
          return
        case 'w:startOverride':
          instance?.starts.set(overridden, Math.max(0, wholeNumber(value) ?? 0))
          return
        case 'w:lvl':
          level = emptyLevel()
          ;(instance ?? abstract)?.levels.set(wholeNumber(element.attribute('w:ilvl')) ?? 0, level)
          return
        default:
          if (level) readLevelProperty(level, element, value)
      }
    },
    close(name) {
      if (name === 'w:abstractNum') abstract = null
      if (name === 'w:num') instance = null
      if (name === 'w:lvl') level = null
    },
  })
}

function readLevelProperty(level: Level, element: XmlElement, value: string | undefined): void {
  if (element.name === 'w:start') level.start = Math.max(0, wholeNumber(value) ?? 0)
  if (element.name === 'w:lvlText') level.text = (value ?? '').slice(0, 100)
  if (element.name === 'w:isLgl') level.legal = isOn(value)
  if (element.name === 'w:lvlRestart') level.restart = wholeNumber(value)
  if (element.name === 'w:pStyle') level.style = value ?? null
  if (element.name === 'w:numFmt') {
    level.format = numberFormatOf(value)
    // Word writes "001, 002, 003, ..." as a custom format beside a plain fallback.
    const digits = /^0*1(?=,)/.exec(element.attribute('w:format') ?? '')?.[0].length
    if (digits !== undefined) level.digits = Math.min(digits, 6)
  }
}

function resolveList(found: NumberingPart, styles: StyleSheet, numId: string): NumberedList | null {
  const instance = found.instances.get(numId)
  if (!instance) return null
  const abstractId = resolveStyleLinks(found, styles, instance.abstractId)
  const abstract = found.abstracts.get(abstractId)
  if (!abstract) return null
  const levels = Array.from(
    { length: LEVELS },
    (_, index) => instance.levels.get(index) ?? abstract.levels.get(index) ?? emptyLevel(),
  )
  return { abstractId, levels, startOverrides: instance.starts }
}

/** A numbering that points at a list style (`w:numStyleLink`) is the numbering which that style uses. */
function resolveStyleLinks(found: NumberingPart, styles: StyleSheet, abstractId: string): string {
  const seen = new Set<string>()
  let at = abstractId
  while (!seen.has(at)) {
    seen.add(at)
    const link = found.abstracts.get(at)?.styleLink ?? null
    const numId = styles.chain(link)[0]?.numId ?? null
    const next = numId === null ? undefined : found.instances.get(numId)?.abstractId
    if (next === undefined) return at
    at = next
  }
  return at
}
