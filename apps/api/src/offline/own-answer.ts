import { decideResponse, type Person, type ResponseFacts } from '@portal/domain'
import { sightOf } from '../acts/sight.ts'
import { readerOn, type Statement } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { found } from '../refused.ts'
import { iso } from '../specifications/exports.ts'

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
  recordVersion: number
}

const ANSWER: Statement = {
  name: 'offline_answer',
  text: `
    SELECT a.id, a.organisation_id AS "organisationId", a.status, r.status AS "roundStatus", ${iso('r.due')} AS due,
      ${iso('r.conformity_due')} AS "conformityDue", o.two_levels AS "twoLevels", 0 AS drafts, r.id AS "roundId", r.number AS round, v.id AS "versionId",
      v.number AS version, s.title, s.illustrative, r.message, o.short_name AS organisation,
      a.record_version AS "recordVersion"
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
