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

const beginningOf = (responseId: string): string => `observacion/${responseId}/nueva/`

/** Under which an observation is kept on the device: its own id, or before it has one what it was begun on. */
export const deviceKey = (responseId: string, id: string | undefined, begunOn: Target): string =>
  id === undefined ? `${beginningOf(responseId)}${JSON.stringify(begunOn)}` : `observacion/${responseId}/${id}`

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
  /** Of an answer the observations that were begun here and never reached the portal, by what they were begun on. */
  begun(responseId: string): { target: Target; fields: Fields }[] {
    const begun = beginningOf(responseId)
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(begun))
        .flatMap((key) => {
          const fields = deviceCopy.read(key)
          return fields === null ? [] : [{ target: JSON.parse(key.slice(begun.length)) as Target, fields }]
        })
    } catch {
      return []
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
