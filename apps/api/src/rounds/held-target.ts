import { classificationJson, withheldFrom, type Read } from '../specifications/exports.ts'

/**
 * SQL condition on an observation with its clause `c` and its artwork `w`, either of which may be missing: what it
 * observes is kept from the actor, and with it what others wrote about it.
 */
export const heldTarget = (read: Read): string =>
  `(coalesce(${withheldFrom('c', read)}, false) OR coalesce(${withheldFrom('w', read)}, false))`

/** SQL expression on the same: how it is classed; null where it is public. */
export const TARGET_CLASS = `coalesce(${classificationJson('c')}, ${classificationJson('w')})`

/** SQL expression: a text that somebody else wrote about what may be kept from the actor, whose organisation is `$1`. */
export const unlessHeld = (read: Read, text: string): string =>
  `CASE WHEN ${heldTarget(read)} AND o.organisation_id <> $1 THEN '' ELSE ${text} END`
