import type { Draft } from './drafts.ts'
import type { NumberReading } from './number-reading.ts'
import { decimalPath, isDivision, readingsOf } from './number-reading.ts'

/** What a block is for the outline: what it can hold and where it can stand. */
export type OutlineItem = {
  role: 'heading' | 'path' | 'division' | 'item' | 'bullet' | 'table' | 'text'
  outline: number
  /** The components of a number such as 2.5.1; empty where there is none. */
  path: readonly number[]
  readings: readonly NumberReading[]
  abstractId: string | null
  level: number
  /** It reads like a title: short, and not ended like a sentence. */
  title: boolean
  /** It announces what follows: it ends with a colon or is a title. */
  introduces: boolean
}

/** The heading of a table of contents: the numbers after it are those of the document, not a list of its own. */
const CONTENTS = /^([íi]ndice|contenido|tabla de contenidos?)( general)?$/i

export function outlineItemOf(draft: Draft): OutlineItem {
  const { number, list, outline, rich, table } = draft
  const path = number === null ? [] : (decimalPath(number) ?? [])
  const title = table === null && readsLikeTitle(rich.text)
  return {
    role: roleOf(draft, path),
    outline: outline ?? 0,
    path,
    readings: number === null ? [] : fallback(readingsOf(number), number, list?.label ?? null),
    abstractId: list?.abstractId ?? null,
    level: list?.level ?? 0,
    title,
    introduces: (title && !CONTENTS.test(rich.text)) || (table === null && rich.text.endsWith(':')),
  }
}

function roleOf({ number, list, outline, table }: Draft, path: readonly number[]): OutlineItem['role'] {
  if (table !== null) return 'table'
  if (outline !== null) return 'heading'
  if (number === null) return list !== null ? 'bullet' : 'text'
  if (path.length > 1) return 'path'
  return isDivision(number) ? 'division' : 'item'
}

/** A number of a form of its own ("Regla A-1") still follows the one before it of the same form. */
function fallback(readings: readonly NumberReading[], number: string, label: string | null): readonly NumberReading[] {
  if (readings.length > 0 || label === null) return readings
  const value = /\d{1,5}(?=\D*$)/.exec(number)?.[0]
  return value === undefined ? [] : [{ scheme: number.replace(/\d+(?=\D*$)/, '#'), value: Number(value) }]
}

function readsLikeTitle(text: string): boolean {
  if (text === '' || text.length > 160) return false
  // Not the end of a sentence or of an item ("…, y"), nor a line of a table of contents ("Presentación….. 3").
  if (/[.;:,…!?»”"]$|(^|\s)[yeou]$/i.test(text) || /(\.{2,}|…)\s*\.*\s*\d+$/.test(text)) return false
  return !/[.;]\s+\p{Lu}/u.test(text) && /^[\p{Lu}\d¿¡«“"(]/u.test(text)
}
