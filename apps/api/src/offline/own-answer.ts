import {
  decideResponse,
  type ObservationStatus,
  type ObservationType,
  type Person,
  type ResponseFacts,
} from '@portal/domain'
import { sightOf } from '../acts/sight.ts'
import { readerOn, type Reader, type Statement } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { found } from '../refused.ts'
import { iso, readBy } from '../specifications/exports.ts'
import { heldTarget } from '../rounds/exports.ts'

/** The actor's own answer in a round that was sent to its OPL, with what a file for working offline says of the round. */
export type OwnAnswer = ResponseFacts & {
  id: string
  roundId: string
  round: number
  versionId: string
  version: number
  title: string
  illustrative: boolean
  message: string
  organisation: string
}

const ANSWER: Statement = {
  name: 'offline_answer',
  text: `
    SELECT a.id, a.organisation_id AS "organisationId", a.status, r.status AS "roundStatus", ${iso('r.due')} AS due,
      o.two_levels AS "twoLevels", 0 AS drafts, r.id AS "roundId", r.number AS round, v.id AS "versionId",
      v.number AS version, s.title, s.illustrative, r.message, o.short_name AS organisation
    FROM round_response AS a
    JOIN review_round AS r ON r.id = a.round_id
    JOIN organisation AS o ON o.id = a.organisation_id
    JOIN specification_version AS v ON v.id = r.version_id
    JOIN specification AS s ON s.id = v.specification_id
    WHERE a.round_id = $1 AND a.organisation_id = $2 AND r.opened_at IS NOT NULL`,
}

/** @throws Refused NOT_FOUND for a round that was not sent to the actor's OPL */
export async function ownAnswer(deps: Deps, actor: Person, roundId: string): Promise<OwnAnswer> {
  const reader = readerOn(deps.pool, sightOf(actor))
  return found(await reader.one<OwnAnswer>(ANSWER, [roundId, actor.organisationId]))
}

/** Whether drafts may be written in it, now or as soon as somebody opens the round in the portal. */
export const takesDrafts = (answer: ResponseFacts, actor: Person, now: string): boolean =>
  decideResponse(answer, { kind: 'save_observation' }, actor, now).ok ||
  decideResponse(answer, { kind: 'start' }, actor, now).ok

/** An observation of the actor's own answer. */
export type OwnObservation = {
  id: string
  number: number | null
  status: ObservationStatus
  recordVersion: number
  type: ObservationType
  targetKind: 'clause' | 'text' | 'region'
  clauseId: string | null
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
    SELECT o.id, o.number, o.status, o.record_version AS "recordVersion", o.type, o.target_kind AS "targetKind",
      o.clause_id AS "clauseId", CASE o.target_kind WHEN 'region' THEN w.element || ', página ' || o.page
        ELSE c.citation END AS place,
      ${heldTarget({ classes: '$2', day: '$3' })} AS held, o.says, o.should_say AS "shouldSay", o.rationale,
      o.legal_basis AS "legalBasis"
    FROM observation AS o LEFT JOIN clause AS c ON c.id = o.clause_id LEFT JOIN artwork AS w ON w.id = o.artwork_id
    WHERE o.response_id = $1 AND o.status <> 'withdrawn'
    ORDER BY o.number NULLS LAST, o.id`,
}

/** All that stands in an answer but what was given up: what has a number first. */
export const ownObservations = (
  reader: Reader,
  responseId: string,
  actor: Person,
  now: string,
): Promise<OwnObservation[]> => reader.rows<OwnObservation>(OBSERVATIONS, [responseId, ...readBy(actor, now)])
