import type { ClauseContent } from '../specification/clause.ts'
import { likelyPairs } from './likely-pairs.ts'
import { Matching, type ClauseMatch } from './matching.ts'
import { sameLine } from './words.ts'

export type MatchableClause = Pick<ClauseContent, 'kind' | 'depth' | 'text'> & { citation: string }

/**
 * Which clause of one version is which of another; indices into both, in the order of `after`. A clause is matched at most
 * once, and what is matched does not depend on which of the two versions comes first. In this order:
 *
 * 1. the same text, where it stands once in each: however far it was moved or renumbered;
 * 2. repeated texts by what stands beside them, then by the clause that holds them, by their citation, and at last the
 *    first with the first: after a renumbering `2.2 a)` is who its neighbours say, not who was cited so before;
 * 3. similar words: the more alike the better, less where the place is the same, still less where the number is too.
 */
export function matchClauses(before: readonly MatchableClause[], after: readonly MatchableClause[]): ClauseMatch[] {
  const matching = new Matching(before.length, after.length)
  const texts = { before: before.map(textKey), after: after.map(textKey) }
  const holders = { before: holdersOf(before), after: holdersOf(after) }
  matchOnce(matching, texts)
  matchBeside(matching, texts)
  const heldBy = (side: 'before' | 'after') => (index: number) => {
    const holder = holders[side][index]
    const pair = holder === undefined ? -1 : matching.pairOf(side, holder)
    return pair === null ? null : `${pair} ${texts[side][index]}`
  }
  // What one round matches holds what the next one finds.
  while (matchNth(matching, heldBy('before'), heldBy('after')));
  matchNth(
    matching,
    (index) => `${before[index]?.citation} ${texts.before[index]}`,
    (index) => `${after[index]?.citation} ${texts.after[index]}`,
  )
  matchNth(
    matching,
    (index) => texts.before[index] ?? null,
    (index) => texts.after[index] ?? null,
  )
  for (const pair of likelyPairs(matching, { before, after, holders })) matching.join(pair)
  return matching.pairs()
}

/** What must be the same for a text to be the same: a table is never a paragraph. */
const textKey = ({ kind, text }: MatchableClause): string => `${kind === 'table' ? 'table' : 'text'} ${sameLine(text)}`

/** Of each clause the index of the clause that holds it. */
function holdersOf(clauses: readonly MatchableClause[]): (number | undefined)[] {
  const open: number[] = []
  return clauses.map(({ depth }, index) => {
    while (open.length > 0 && (clauses[open.at(-1) ?? 0]?.depth ?? 0) >= depth) open.pop()
    const holder = open.at(-1)
    open.push(index)
    return holder
  })
}

type Texts = { before: readonly string[]; after: readonly string[] }

function matchOnce(matching: Matching, texts: Texts): void {
  const [once, there] = [standingOnce(texts.before), standingOnce(texts.after)]
  for (const [text, index] of once) {
    const other = there.get(text)
    if (other !== undefined) matching.join({ before: index, after: other })
  }
}

function standingOnce(texts: readonly string[]): Map<string, number> {
  const places = Map.groupBy(texts.keys(), (index) => texts[index] ?? '')
  return new Map([...places].flatMap(([text, [first, ...more]]) => (more.length > 0 ? [] : [[text, first ?? 0]])))
}

/** Beside what is matched, downwards and upwards, as long as texts are the same. */
function matchBeside(matching: Matching, texts: Texts): void {
  for (const step of [1, -1]) {
    const from = step === 1 ? 0 : texts.before.length - 1
    for (let index = from; index >= 0 && index < texts.before.length; index += step) {
      const partner = matching.partnerOf('before', index)
      if (partner === null) continue
      const pair = { before: index + step, after: partner + step }
      const text = texts.before[pair.before]
      if (text !== undefined && text === texts.after[pair.after]) matching.join(pair)
    }
  }
}

/**
 * Of what is free and has the same key on both sides, the first with the first and the second with the second; null is
 * nobody's key. Says whether there was any.
 */
function matchNth(
  matching: Matching,
  before: (index: number) => string | null,
  after: (index: number) => string | null,
): boolean {
  const ones = Map.groupBy(matching.free('before'), before)
  const others = Map.groupBy(matching.free('after'), after)
  ones.delete(null)
  const pairs = [...ones].flatMap(([key, indices]) =>
    indices.flatMap((index, nth): ClauseMatch[] => {
      const other = others.get(key)?.[nth]
      return other === undefined ? [] : [{ before: index, after: other }]
    }),
  )
  for (const pair of pairs) matching.join(pair)
  return pairs.length > 0
}
