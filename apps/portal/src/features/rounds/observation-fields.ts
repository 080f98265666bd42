import type { ObservationView } from '@portal/contracts'
import type { ObservationType } from '@portal/domain'
import type { Target } from './target.ts'

/** What a person writes of an observation. */
export type Fields = {
  target: Target
  type: ObservationType
  says: string
  shouldSay: string
  rationale: string
  legalBasis: string
}

export const fieldsOf = ({ target, type, says, shouldSay, rationale, legalBasis }: ObservationView): Fields => ({
  target,
  type,
  says,
  shouldSay,
  rationale,
  legalBasis,
})

/** A new observation repeats what the document says there, so that "debe decir" is written as a change of it. */
export const newFields = (target: Target, text: string): Fields => ({
  target,
  type: 'substance',
  says: text,
  shouldSay: text,
  rationale: '',
  legalBasis: '',
})

export const sameFields = (one: Fields, other: Fields): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * A copy on this device of what was typed and not yet saved, so that a closed tab or a flat battery loses nothing. It is
 * dropped as soon as the portal has it.
 */
export const deviceCopy = {
  keep(key: string, fields: Fields): void {
    try {
      localStorage.setItem(key, JSON.stringify(fields))
    } catch {
      // A full or forbidden storage: the portal's own copy is the one that counts, and the screen says if it is missing.
    }
  },
  read(key: string): Fields | null {
    try {
      const kept = localStorage.getItem(key)
      return kept === null ? null : (JSON.parse(kept) as Fields)
    } catch {
      return null
    }
  },
  drop(key: string): void {
    try {
      localStorage.removeItem(key)
    } catch {
      // Nothing was kept.
    }
  },
}
