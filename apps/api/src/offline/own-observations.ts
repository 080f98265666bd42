import type { ObservationStatus, ObservationTarget, ObservationType, Person } from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'
import { heldTarget } from '../rounds/exports.ts'
import { readBy } from '../specifications/exports.ts'

/** An observation of the actor's own answer. */
export type OwnObservation = {
  id: string
  number: number | null
  status: ObservationStatus
  recordVersion: number
  type: ObservationType
  target: ObservationTarget
  /** The clause as cited; of an artwork its element and page. */
  place: string
  /** What it observes is kept from the actor, who may not write on it. */
  held: boolean
  says: string
  shouldSay: string
  rationale: string
  legalBasis: string
}

const OBSERVATIONS: Statement = {
  name: 'offline_observations',
  text: `
    SELECT o.id, o.number, o.status, o.record_version AS "recordVersion", o.type,
      CASE o.target_kind WHEN 'region' THEN w.element || ', página ' || o.page ELSE c.citation END AS place,
      CASE o.target_kind
        WHEN 'clause' THEN json_build_object('kind', 'clause', 'clauseId', o.clause_id)
        WHEN 'text' THEN json_build_object('kind', 'text', 'clauseId', o.clause_id, 'start', o.text_start,
          'end', o.text_end, 'quote', o.quote)
        ELSE json_build_object('kind', 'region', 'artworkId', o.artwork_id, 'page', o.page, 'x', o.x, 'y', o.y,
          'width', o.width, 'height', o.height, 'clauseId', o.clause_id)
      END AS target,
      ${heldTarget({ classes: '$2', day: '$3' })} AS held, o.says, o.should_say AS "shouldSay", o.rationale,
      o.legal_basis AS "legalBasis"
    FROM observation AS o LEFT JOIN clause AS c ON c.id = o.clause_id LEFT JOIN artwork AS w ON w.id = o.artwork_id
    WHERE o.response_id = $1
    ORDER BY o.number NULLS LAST, o.id`,
}

/** All that stands in an answer, what was given up included: what has a number first. */
export const ownObservations = (
  reader: Reader,
  responseId: string,
  actor: Person,
  now: string,
): Promise<OwnObservation[]> => reader.rows<OwnObservation>(OBSERVATIONS, [responseId, ...readBy(actor, now)])
