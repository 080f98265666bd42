/** The words of a text with how often each stands in it; accents count, capitals do not. */
export type WordBag = { words: ReadonlyMap<string, number>; weight: number }

/** Words that any two Spanish sentences share: they say little about what a clause is about. */
const COMMON = new Set(
  'a al con cada como de del e el en la las le les lo los ni no o para por que se sin su sus u un una y'.split(' '),
)
const COMMON_WEIGHT = 0.1

/** A number stays whole, with its separators: "1,250" is one word. */
const WORD = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+/gu

const weightOf = (word: string): number => (COMMON.has(word) ? COMMON_WEIGHT : 1)

export function bagOf(text: string): WordBag {
  const words = new Map<string, number>()
  let weight = 0
  for (const [word] of text.normalize('NFC').toLowerCase().matchAll(WORD)) {
    words.set(word, (words.get(word) ?? 0) + 1)
    weight += weightOf(word)
  }
  return { words, weight }
}

/** What both say, in weighted words. */
function shared(one: WordBag, other: WordBag): number {
  const [few, many] = one.words.size <= other.words.size ? [one, other] : [other, one]
  let weight = 0
  for (const [word, count] of few.words) weight += Math.min(count, many.words.get(word) ?? 0) * weightOf(word)
  return weight
}

/** From 0 (no word in common) to 1 (the same words): twice what both say over what each says (Dice). */
export const likeness = (one: WordBag, other: WordBag): number =>
  one.weight + other.weight === 0 ? 0 : (2 * shared(one, other)) / (one.weight + other.weight)

/** Which part of the shorter text stands in the longer one: 1 for a clause that was split from another. */
export const containment = (one: WordBag, other: WordBag): number => {
  const least = Math.min(one.weight, other.weight)
  return least === 0 ? 0 : shared(one, other) / least
}

/** Of the words that `text` has beside those of `before`, the part that stands in `after`: 1 where it has none. */
export function shareOfNew(text: WordBag, before: WordBag, after: WordBag): number {
  let [added, found] = [0, 0]
  for (const [word, count] of text.words) {
    const had = before.words.get(word) ?? 0
    if (count <= had) continue
    added += (count - had) * weightOf(word)
    found += Math.min(count - had, Math.max((after.words.get(word) ?? 0) - had, 0)) * weightOf(word)
  }
  return added === 0 ? 1 : found / added
}

/** One line without needless space: a text that was only laid out anew is the same text. Cells stay apart. */
export const sameLine = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[ \u00A0]+/g, ' ')
    .trim()
