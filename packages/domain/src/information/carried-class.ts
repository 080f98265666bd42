import { bagOf, containment, type WordBag } from '../comparison/words.ts'
import type { Classification } from './information-class.ts'

/** A clause of the version before: its class, null where it is public, and whether it goes on in the next version. */
export type ClassedClause = { citation: string; text: string; goesOn: boolean; classification: Classification | null }

/** So much of the shorter text in the longer: one was split from the other, or joined to it. */
const LEAST_CONTAINED = 0.8
/** Fewer words than that stand in any clause. */
const LEAST_WORDS = 4

const STRICTNESS = { confidential: 2, reserved: 1, public: 0 } as const

/**
 * Says with which class a clause of the next version begins, null for public: nothing restricted becomes public by being
 * moved, renumbered, written anew, split or joined. It comes from the clause that it continues (`own`), from every clause
 * whose wording it holds or that held its own, and from the one that was cited so and is gone. Of several the strictest.
 */
export function carriedClassFrom(before: readonly ClassedClause[]) {
  const restricted = before
    .filter(({ classification }) => classification !== null)
    .map((old) => ({ old, bag: bagOf(old.text) }))
  return (clause: { citation: string; text: string }, own: ClassedClause | null): Classification | null => {
    if (restricted.length === 0) return null
    const bag = bagOf(clause.text)
    const holds = (other: WordBag): boolean =>
      Math.min(bag.weight, other.weight) >= LEAST_WORDS && containment(bag, other) >= LEAST_CONTAINED
    return restricted
      .filter(
        ({ old, bag: other }) =>
          old === own || old.text === clause.text || (!old.goesOn && old.citation === clause.citation) || holds(other),
      )
      .map(({ old }) => old.classification)
      .reduce((one, other) => (stricter(other, one) ? other : one), null)
  }
}

function stricter(one: Classification | null, other: Classification | null): boolean {
  if (one === null || other === null) return one !== null
  const more = STRICTNESS[one.class] - STRICTNESS[other.class]
  if (more !== 0) return more > 0
  // Without a last day it stays so.
  return other.until !== null && (one.until === null || one.until > other.until)
}
