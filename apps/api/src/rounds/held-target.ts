import { classificationJson, withheldFrom, type Read } from '../specifications/exports.ts'

/**
 * SQL condition on an observation with its clause `c` and its artwork `w`, either of which may be missing: what it
 * observes is kept from the actor, and with it what others wrote about it.
 */
export const heldTarget = (read: Read): string =>
  `(coalesce(${withheldFrom('c', read)}, false) OR coalesce(${withheldFrom('w', read)}, false))`

/** How strict the class is that a row has on the day: 0 is public. */
const strictness = (row: string, { day }: Read): string => `
  CASE WHEN coalesce(${row}.access_until >= ${day}::date, true)
    THEN coalesce(array_position('{reserved,confidential}', ${row}.access_class), 0) ELSE 0 END`

/** SQL expression on the same: how it is classed, by the stricter of the two; null where it is public. */
export const targetClass = (read: Read): string => `
  CASE WHEN ${strictness('c', read)} >= ${strictness('w', read)}
    THEN ${classificationJson('c')} ELSE ${classificationJson('w')} END`

/** SQL expression: a text that somebody else wrote about what may be kept from the actor, whose organisation is `$1`. */
export const unlessHeld = (read: Read, text: string): string =>
  `CASE WHEN ${heldTarget(read)} AND o.organisation_id <> $1 THEN '' ELSE ${text} END`
