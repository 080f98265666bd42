import { COORDINATING_AREA, type Outcome, type Person } from '@portal/domain'
import type { Act } from '../acts/act.ts'
import { representedBy } from '../acts/represented-by.ts'
import type { Statement } from '../acts/transaction.ts'
import { Refused } from '../refused.ts'
import type { LockedRound } from '../rounds/exports.ts'
import type { LockedObservation } from './locked-observations.ts'

/** What answers another has to be in the matrix with it. */
const ANSWERING: Statement = {
  name: 'observation_answering',
  text: `
    SELECT o.id FROM observation AS o
    WHERE o.round_id = $1 AND o.number = $2 AND o.id <> $3 AND o.status IN ('received', 'referred', 'proposed')`,
}
/** All in one statement: the counters of boards move once. */
const PROPOSE: Statement = {
  name: 'observation_propose',
  text: `
    UPDATE observation AS o
    SET status = 'proposed', disposition = given.disposition, reason = given.reason, agreed_text = given.agreed_text,
      answered_by = given.answered_by, proposed_by = $6, proposed_at = $7, proposed_for = $8,
      record_version = record_version + 1
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[])
      AS given (id, disposition, reason, agreed_text, answered_by)
    WHERE o.id = given.id`,
}

type Proposed = { observation: LockedObservation; outcome: Outcome }
type Proposal = {
  verb: 'observations.dispose' | 'observations.answerReferral' | 'observations.undo'
  round: LockedRound
  proposals: readonly Proposed[]
}

/** Writes the outcomes that somebody proposes for observations under their locks, and an event for each of them. */
export async function proposeOutcomes(act: Act, actor: Person, { verb, round, proposals }: Proposal): Promise<void> {
  const checked: Proposed[] = []
  for (const { observation, outcome } of proposals) {
    checked.push({ observation, outcome: await checkedOutcome(act, round, observation, outcome) })
  }
  await act.rows(PROPOSE, [
    checked.map(({ observation }) => observation.id),
    checked.map(({ outcome }) => outcome.disposition),
    checked.map(({ outcome }) => outcome.reason),
    checked.map(({ outcome }) => outcome.agreedText),
    checked.map(({ outcome }) => outcome.answeredBy),
    actor.personId,
    act.now(),
    representedBy(actor),
  ])
  for (const { observation, outcome } of checked) {
    const { disposition, reason, agreedText, answeredBy } = outcome
    await act.record({
      recordKind: 'observation',
      recordId: observation.id,
      verb,
      reason,
      details: { number: observation.number, disposition, agreedText, answeredBy },
      roundId: round.id,
      versionId: round.versionId,
      // An outcome is nobody else's until the matrix is published.
      audience: [COORDINATING_AREA],
    })
  }
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
