import type { NumberFormat } from './number-format.ts'
import { formatNumber } from './number-format.ts'
import type { Level, NumberedList, NumberingDefinitions } from './numbering-part.ts'
import { LEVELS } from './numbering-part.ts'
import type { StyleSheet } from './style-sheet.ts'

export type ListPosition = { numId: string; level: number }

/** `label` is null for a bullet and for a level that shows nothing. */
export type ListLabel = ListPosition & { label: string | null; bullet: boolean; abstractId: string }

/** Counts the automatic numbers as Word does: paragraph after paragraph, in the order of the document. */
export class ListCounter {
  readonly #definitions: NumberingDefinitions
  readonly #counts = new Map<string, (number | null)[]>()
  /** Lists, level by level, whose start value was already applied: it counts once, where the list begins. */
  readonly #begun = new Set<string>()

  constructor(definitions: NumberingDefinitions) {
    this.#definitions = definitions
  }

  next({ numId, level }: ListPosition): ListLabel | null {
    const list = this.#definitions.list(numId)
    const own = list?.levels[level]
    if (!list || !own) return null
    const counts = this.#countsOf(list.abstractId)
    const current = counts[level] ?? null
    const begins = list.startOverrides.has(level) && !this.#begun.has(`${numId}/${level}`)
    this.#begun.add(`${numId}/${level}`)
    // An outer level that has not come yet is taken as begun: after 1.1 comes 2, not 1.
    for (let outer = 0; outer < level; outer++) counts[outer] ??= list.levels[outer]?.start ?? 0
    counts[level] = begins || current === null ? startOf(list, level) : Math.min(current + 1, 32_767)
    for (let deeper = level + 1; deeper < LEVELS; deeper++) {
      const restart = list.levels[deeper]?.restart ?? null
      if (restart === null || level < restart) counts[deeper] = null
    }
    return {
      numId,
      level,
      abstractId: list.abstractId,
      bullet: own.format === 'bullet',
      label: own.format === 'bullet' ? null : labelOf(list, own, level, counts),
    }
  }

  #countsOf(abstractId: string): (number | null)[] {
    const counts = this.#counts.get(abstractId) ?? Array.from({ length: LEVELS }, () => null)
    this.#counts.set(abstractId, counts)
    return counts
  }
}

/** Where a paragraph stands in a list, by itself or by its style; null when it is in none (or was taken out of it). */
export function listPositionOf(
  paragraph: { styleId: string | null; numId: string | null; level: number | null },
  styles: StyleSheet,
  definitions: NumberingDefinitions,
): ListPosition | null {
  const chain = styles.chain(paragraph.styleId)
  const numbered = chain.find((style) => style.numId !== null)
  const numId = paragraph.numId ?? numbered?.numId ?? null
  // numId 0 takes the paragraph out of the list of its style (ECMA-376 part 1, 17.9.18).
  if (numId === null || numId === '0') return null
  const list = definitions.list(numId)
  if (!list) return null
  // A level that names a paragraph style is the level of that style, whatever the style itself says (17.9.23).
  const linked = chain
    .map((style) => list.levels.findIndex((level) => level.style === style.id))
    .find((index) => index >= 0)
  const inherited = paragraph.numId === null ? (linked ?? chain.find((style) => style.level !== null)?.level) : null
  return { numId, level: Math.min(Math.max(paragraph.level ?? inherited ?? 0, 0), LEVELS - 1) }
}

const startOf = (list: NumberedList, level: number): number =>
  list.startOverrides.get(level) ?? list.levels[level]?.start ?? 0

function labelOf(list: NumberedList, own: Level, level: number, counts: readonly (number | null)[]): string | null {
  const text = own.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const referred = list.levels[index]
    if (!referred || index > level) return ''
    return formatNumber(counts[index] ?? 0, own.legal ? legal(referred.format) : referred.format).padStart(
      digitsOf(referred),
      '0',
    )
  })
  const label = text.replaceAll(/\s+/g, ' ').trim().normalize('NFC').slice(0, 60)
  return label === '' ? null : label
}

const legal = (format: NumberFormat): NumberFormat => (format === 'bullet' || format === 'none' ? format : 'decimal')

const digitsOf = (level: Level): number => (level.format === 'decimal' ? level.digits : 0)
