import { classesReadBy, type Person } from '@portal/domain'
import { dayAt } from '../calendar/exports.ts'

/** The parameters of a statement that hold which classes of information the actor reads, and the day. */
export type Read = { classes: string; day: string }

/** Their values: `mayRead` of the domain says the same of one classification at hand. */
export const readBy = (actor: Person, now: string): [classes: string[], day: string] => [
  classesReadBy(actor),
  dayAt(now),
]

/** SQL condition on a row of `clause` or `artwork`: its content is kept from the actor. Never null. */
export const withheldFrom = (row: string, { classes, day }: Read): string =>
  `(${row}.access_class <> ALL (${classes}::text[]) AND coalesce(${row}.access_until >= ${day}::date, true))`

/** SQL expression: how a row of `clause` or `artwork` is classed; null where it is public. */
export const classificationJson = (row: string): string => `
  CASE WHEN ${row}.access_class <> 'public' THEN json_build_object('class', ${row}.access_class,
    'basis', ${row}.access_basis, 'from', ${row}.access_from, 'until', ${row}.access_until) END`

/** What a Word document holds beside the text that it shows: its author's own, as what is confidential is the owner's. */
const UNSHOWN = `'$[*] ? (@.code == "COMMENT" || @.code == "TRACKED_DELETION" || @.code == "HIDDEN_TEXT")'`

/**
 * SQL condition on a row of `specification_version`: its document is kept from the actor, for a clause in it or for what
 * it holds beside the text that it shows.
 */
export const withheldSource = (version: string, read: Read): string => `(
  EXISTS (SELECT FROM clause AS held WHERE held.version_id = ${version}.id AND ${withheldFrom('held', read)})
  OR ('confidential' <> ALL (${read.classes}::text[]) AND jsonb_path_exists(${version}.findings, ${UNSHOWN})))`

/** SQL condition on a row of `upload`: as an artwork, or as a document with its clauses, it is kept from the actor. */
export const withheldUpload = (upload: string, read: Read): string => `(
  EXISTS (SELECT FROM artwork AS shown WHERE shown.upload_id = ${upload}.id AND ${withheldFrom('shown', read)})
  OR EXISTS (SELECT FROM specification_version AS told
    WHERE told.source_id = ${upload}.id AND ${withheldSource('told', read)}))`
