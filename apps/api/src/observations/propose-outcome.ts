import { COORDINATING_AREA, type Outcome, type Person } from '@portal/domain'
import type { Act } from '../acts/act.ts'
import { representedBy } from '../acts/represented-by.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, Refused } from '../refused.ts'
import type { LockedRound } from '../rounds/exports.ts'
import type { LockedObservation } from './locked-observations.ts'

/** What answers another has to be in the matrix with it. */
const ANSWERING: Statement = {
  name: 'observation_answering',
  text: `
    SELECT o.id FROM observation AS o
    WHERE o.round_id = $1 AND o.number = $2 AND o.id <> $3 AND o.status IN ('received', 'referred', 'proposed')`,
}
const PROPOSE: Statement = {
  name: 'observation_propose',
  text: `
    UPDATE observation
    SET status = 'proposed', disposition = $2, reason = $3, agreed_text = $4, answered_by = $5, proposed_by = $6,
      proposed_at = $7, proposed_for = $8, record_version = record_version + 1
    WHERE id = $1 RETURNING record_version AS "recordVersion"`,
}

type Proposal = {
  verb: 'observations.dispose' | 'observations.answerReferral'
  round: LockedRound
  observation: LockedObservation
  outcome: Outcome
}

/** Writes the outcome that somebody proposes for an observation under its lock, and its event. */
export async function proposeOutcome(
  act: Act,
  actor: Person,
  { verb, round, observation, outcome }: Proposal,
): Promise<{ recordId: string; recordVersion: number }> {
  const { disposition, reason, agreedText, answeredBy } = await checkedOutcome(act, round, observation, outcome)
  const { id, number } = observation
  const values = [disposition, reason, agreedText, answeredBy, actor.personId, act.now(), representedBy(actor)]
  const proposed = found(await act.one<{ recordVersion: number }>(PROPOSE, [id, ...values]))
  await act.record({
    recordKind: 'observation',
    recordId: id,
    verb,
    reason,
    details: { number, disposition, agreedText, answeredBy },
    roundId: round.id,
    versionId: round.versionId,
    // An outcome is nobody else's until the matrix is published.
    audience: [COORDINATING_AREA],
  })
  return { recordId: id, ...proposed }
}

/** Which observation answers it is kept only where that is the outcome. */
async function checkedOutcome(
  act: Act,
  round: LockedRound,
  observation: LockedObservation,
  outcome: Outcome,
): Promise<Outcome> {
  if (outcome.disposition !== 'answered_elsewhere') return { ...outcome, answeredBy: null }
  const { answeredBy } = outcome
  if (answeredBy !== null && !(await act.one(ANSWERING, [round.id, answeredBy, observation.id]))) {
    throw new Refused({ code: 'ANSWERING_OBSERVATION_UNKNOWN', number: answeredBy })
  }
  return outcome
}
