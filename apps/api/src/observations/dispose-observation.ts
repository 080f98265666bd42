import { ActDone, DisposeObservationInput } from '@portal/contracts'
import { COORDINATING_AREA, type Outcome } from '@portal/domain'
import { representedBy } from '../acts/represented-by.ts'
import { act, type Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, granted, Refused } from '../refused.ts'
import { LOCKED_ROUND, type LockedRound } from '../rounds/exports.ts'
import { procedureFor } from '../trpc.ts'
import { decideDispose, type GatheredObservation } from './view.ts'

type LockedObservation = Pick<
  GatheredObservation,
  'id' | 'number' | 'status' | 'recordVersion' | 'responseStatus' | 'lateAdmitted'
>

/** Kept as it is: a proposal of the round waits until this outcome is in, or this outcome comes too late for it. */
const HOLD_ROUND: Statement = {
  name: 'observation_hold_round',
  text: `
    SELECT ${LOCKED_ROUND}
    WHERE r.id = (SELECT round_id FROM observation WHERE id = $1 AND status NOT IN ('draft', 'withdrawn'))
    FOR SHARE OF r`,
}
const LOCK: Statement = {
  name: 'observation_lock',
  text: `
    SELECT o.id, o.number, o.status, o.record_version AS "recordVersion", a.status AS "responseStatus",
      a.late_admitted AS "lateAdmitted"
    FROM observation AS o JOIN round_response AS a ON a.id = o.response_id
    WHERE o.id = $1 FOR NO KEY UPDATE OF o`,
}
/** What answers another has to be in the matrix with it. */
const ANSWERING: Statement = {
  name: 'observation_answering',
  text: `
    SELECT o.id FROM observation AS o
    WHERE o.round_id = $1 AND o.number = $2 AND o.id <> $3 AND o.status IN ('received', 'proposed')`,
}
const DISPOSE: Statement = {
  name: 'observation_dispose',
  text: `
    UPDATE observation
    SET status = 'proposed', disposition = $3, reason = $4, agreed_text = $5, answered_by = $6, proposed_by = $7,
      proposed_at = $8, proposed_for = $9, record_version = record_version + 1
    WHERE id = $1 AND record_version = $2 RETURNING record_version AS "recordVersion"`,
}

/**
 * The coordinator's proposal for one observation. It may still lack something: what, the screen shows, and the proposal
 * of the whole round counts.
 */
export const disposeObservation = procedureFor('derfe_coordinator')
  .input(DisposeObservationInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'observations.dispose', input, async (act) => {
      const round = found(await act.one<LockedRound>(HOLD_ROUND, [input.id]))
      const observation = found(await act.one<LockedObservation>(LOCK, [input.id]))
      const { recordVersion: seen, number } = observation
      if (seen !== input.seen) throw new Refused({ code: 'CHANGED_MEANWHILE', recordVersion: seen })
      granted(decideDispose(observation, round, actor, act.now()))
      const outcome = await checkedOutcome(act, round, observation, input.outcome)
      const { disposition, reason, agreedText, answeredBy } = outcome
      const values = [disposition, reason, agreedText, answeredBy, actor.personId, act.now(), representedBy(actor)]
      const disposed = await act.one<{ recordVersion: number }>(DISPOSE, [observation.id, seen, ...values])
      await act.record({
        recordKind: 'observation',
        recordId: observation.id,
        verb: 'observations.dispose',
        reason,
        details: { number, disposition, agreedText, answeredBy },
        roundId: round.id,
        versionId: round.versionId,
        // An outcome is nobody else's until the matrix is published.
        audience: [COORDINATING_AREA],
      })
      return { recordId: observation.id, ...found(disposed) }
    }),
  )

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
