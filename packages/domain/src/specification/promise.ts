import { bagOf, sameLine, shareOfNew } from '../comparison/words.ts'

/** What became of an accepted observation in the next version (domain section 5, "Promise kept?"). */
export const PROMISE_RESULTS = ['reflected', 'reflected_with_changes', 'not_found'] as const
export type PromiseResult = (typeof PROMISE_RESULTS)[number]

export const PROMISE_RESULT_NAMES = {
  reflected: 'Reflejada',
  reflected_with_changes: 'Reflejada con cambios',
  not_found: 'No se encontró',
} as const satisfies Record<PromiseResult, string>

/** An accepted observation: the text that was agreed, and the clause on which it was made as it stood then. */
export type MadePromise = {
  agreedText: string
  /** Null for a region of an artwork without a clause: what is drawn is not looked for in a text. */
  clause: { identityId: string; text: string } | null
}

/** A clause of the version in which it is looked for. */
export type ClauseOfNext = { id: string; identityId: string; text: string }

/** Where it was found, or the clause in which it was looked for in vain; null where that is gone. */
export type FoundPromise = { result: PromiseResult; clauseId: string | null }

/** So many of the words that the agreement brings have to be there for it to be reflected with changes. */
const MOST_NEW_WORDS = 0.8
/** Fewer words than these stand in other clauses by chance. */
const WORDS_OF_ITS_OWN = 4

/**
 * Looks for what was agreed: word for word in the clause itself, then in the others, then for the words that the agreement
 * brings beside those that the clause had already. A clause that nobody touched keeps no promise, unless what was agreed
 * is what it said before.
 */
export function lookForPromise({ agreedText, clause }: MadePromise, next: readonly ClauseOfNext[]): FoundPromise {
  const agreed = plain(agreedText)
  const own = clause === null ? undefined : next.find(({ identityId }) => identityId === clause.identityId)
  const before = plain(clause?.text ?? '')
  if (own) {
    const after = plain(own.text)
    if (after === before && agreed !== before) return { result: 'not_found', clauseId: own.id }
    if (after.includes(agreed)) return { result: 'reflected', clauseId: own.id }
  }
  if (bagOf(agreed).words.size >= WORDS_OF_ITS_OWN) {
    const elsewhere = next.find(({ id, text }) => id !== own?.id && plain(text).includes(agreed))
    if (elsewhere) return { result: 'reflected_with_changes', clauseId: elsewhere.id }
  }
  if (own && clause && shareOfNew(bagOf(agreed), bagOf(before), bagOf(own.text)) >= MOST_NEW_WORDS)
    return { result: 'reflected_with_changes', clauseId: own.id }
  return { result: 'not_found', clauseId: own?.id ?? null }
}

/** As typed by different people: quotes, dashes and the full stop at the end are not what was agreed. */
const plain = (text: string): string =>
  sameLine(text.replaceAll(/\s+/g, ' '))
    .replaceAll(/[“”«»]/g, '"')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[–—]/g, '-')
    .replace(/[.;,:]+$/, '')
