import type { ClauseContent } from '../specification/clause.ts'
import type { ClauseMatch, Matching, Side } from './matching.ts'
import { bagOf, containment, likeness, type WordBag } from './words.ts'

type Sides = Record<Side, readonly (Pick<ClauseContent, 'kind' | 'text'> & { citation: string })[]> & {
  holders: Record<Side, readonly (number | undefined)[]>
}

/** How alike two clauses must be to be the same one: anywhere, in the same place, in the same place with its number. */
const LEAST = { anywhere: 0.7, here: 0.4, cited: 0.2 } as const
/** What the same place and the same number count for. Joined to a longer clause, one goes on under its own number. */
const PREFERENCE = { here: 0.2, cited: 0.1, citedAndWhole: 0.3 } as const

/** How many clauses with the same rare words are looked at, and how far apart in a gap. */
const MOST_ALIKE = 8
const FARTHEST = 12
/** A word that stands in more clauses than that tells none of them. */
const MOST_PLACES = 40

/** Pairs of what is still free, the likeliest first. Its time grows with the number of clauses, not with its square. */
export function likelyPairs(matching: Matching, { before, after, holders }: Sides): ClauseMatch[] {
  const bags = { before: before.map(({ text }) => bagOf(text)), after: after.map(({ text }) => bagOf(text)) }
  const free = { before: matching.free('before'), after: matching.free('after') }
  const gaps = ([-1, 1] as const).map((step) => ({
    before: matching.nearest('before', step),
    after: matching.nearest('after', step),
    start: step === -1 ? { before: -1, after: -1 } : { before: before.length, after: after.length },
  }))
  const candidates = new Map<string, ClauseMatch>()
  const add = (pair: ClauseMatch) => candidates.set(`${pair.before} ${pair.after}`, pair)
  for (const { before: pairsBefore, after: pairsAfter, start } of gaps) {
    const offset = (side: Side, index: number, pair: number | null) =>
      index - (pair === null ? start[side] : side === 'before' ? pair : (matching.partnerOf('before', pair) ?? 0))
    const waiting = Map.groupBy(free.after, (index) => pairsAfter[index] ?? null)
    for (const index of free.before) {
      const pair = pairsBefore[index] ?? null
      const place = offset('before', index, pair)
      for (const other of waiting.get(pair) ?? []) {
        if (Math.abs(offset('after', other, pair) - place) <= FARTHEST) add({ before: index, after: other })
      }
    }
  }
  for (const [one, other] of alikeByWords(bags.before, free.before, bags.after, free.after)) {
    add({ before: one, after: other })
  }
  for (const [one, other] of alikeByWords(bags.after, free.after, bags.before, free.before)) {
    add({ before: other, after: one })
  }

  return [...candidates.values()]
    .flatMap((pair) => {
      const [one, other] = [before[pair.before], after[pair.after]]
      const [bag, otherBag] = [bags.before[pair.before], bags.after[pair.after]]
      if (!one || !other || !bag || !otherBag || (one.kind === 'table') !== (other.kind === 'table')) return []
      const [holder, otherHolder] = [holders.before[pair.before], holders.after[pair.after]]
      const here =
        gaps.some((gap) => gap.before[pair.before] === gap.after[pair.after]) ||
        (holder !== undefined && otherHolder !== undefined && matching.partnerOf('before', holder) === otherHolder)
      const cited = here && one.citation === other.citation
      const alike = likeness(bag, otherBag)
      const least = cited ? LEAST.cited : here ? LEAST.here : LEAST.anywhere
      if (alike < least) return []
      const named = containment(bag, otherBag) > 0.999 ? PREFERENCE.citedAndWhole : PREFERENCE.cited
      return [{ pair, score: alike + (here ? PREFERENCE.here : 0) + (cited ? named : 0) }]
    })
    .toSorted(
      // Pairs with the same score and sum never share a clause: their order says nothing, and swapped sides give the same.
      (one, other) => other.score - one.score || sum(one.pair) - sum(other.pair),
    )
    .map(({ pair }) => pair)
}

const sum = ({ before, after }: ClauseMatch): number => before + after

/** For each of `ones` those of `others` that share most of its rare words. */
function* alikeByWords(
  bags: readonly WordBag[],
  ones: readonly number[],
  otherBags: readonly WordBag[],
  others: readonly number[],
): Generator<[one: number, other: number]> {
  const places = new Map<string, number[]>()
  for (const other of others) {
    for (const word of otherBags[other]?.words.keys() ?? []) {
      const at = places.get(word)
      if (at) at.push(other)
      else places.set(word, [other])
    }
  }
  for (const one of ones) {
    const scores = new Map<number, number>()
    for (const word of bags[one]?.words.keys() ?? []) {
      const at = places.get(word) ?? []
      if (at.length > MOST_PLACES) continue
      for (const other of at) scores.set(other, (scores.get(other) ?? 0) + 1 / at.length)
    }
    const best = [...scores].toSorted((left, right) => right[1] - left[1] || left[0] - right[0])
    for (const [other] of best.slice(0, MOST_ALIKE)) yield [one, other]
  }
}
