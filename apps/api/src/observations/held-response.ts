import { decideResponse, type Person, type ResponseFacts } from '@portal/domain'
import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, granted } from '../refused.ts'
import { iso } from '../specifications/exports.ts'

/** The answer that drafts belong to, kept as it is while one of them is written: sending it takes a stronger lock. */
export type HeldResponse = ResponseFacts & { id: string; roundId: string; versionId: string }

const HOLD: Statement = {
  name: 'observation_hold_response',
  text: `
    SELECT a.id, a.round_id AS "roundId", a.organisation_id AS "organisationId", a.status, r.status AS "roundStatus",
      ${iso('r.due')} AS due, r.version_id AS "versionId", o.two_levels AS "twoLevels", 0 AS drafts,
      NULL AS "conformityDue"
    FROM round_response AS a
    JOIN review_round AS r ON r.id = a.round_id
    JOIN organisation AS o ON o.id = a.organisation_id
    WHERE a.id = $1 AND a.organisation_id = $2 AND r.opened_at IS NOT NULL FOR SHARE OF a`,
}

/**
 * The actor's own answer, once it is sure that drafts may be written in it now. The round itself is not locked: a draft
 * that is saved while it closes is a draft all the same.
 * @throws Refused NOT_FOUND of another OPL's answer
 */
export async function holdResponse(
  act: Act,
  responseId: string,
  actor: Person,
  kind: 'save_observation' | 'discard_observation',
): Promise<HeldResponse> {
  const response = found(await act.one<HeldResponse>(HOLD, [responseId, actor.organisationId]))
  granted(decideResponse(response, { kind }, actor, act.now()))
  return response
}
