import { ActDone, UndoOutcomeInput } from '@portal/contracts'
import { COORDINATING_AREA, decideObservation, outcomeBefore } from '@portal/domain'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { granted } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { factsOn, lockObservation } from './locked-observations.ts'
import { outcomeSteps, stepsTaken } from './outcome-steps.ts'
import { proposeOutcomes } from './propose-outcomes.ts'

const CLEAR: Statement = {
  name: 'observation_clear_outcome',
  text: `
    UPDATE observation
    SET status = 'received', disposition = NULL, reason = '', agreed_text = '', answered_by = NULL, proposed_by = NULL,
      proposed_at = NULL, proposed_for = NULL, record_version = record_version + 1
    WHERE id = $1`,
}

/**
 * Takes back the outcome that stands. The one before it stands again as the proposal of whoever undoes: they answer for it
 * when somebody else validates.
 */
export const undoOutcome = procedureFor('derfe_coordinator')
  .input(UndoOutcomeInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'observations.undo', input, async (act) => {
      const { round, observation } = await lockObservation(act, input)
      const outcome = outcomeBefore(stepsTaken(await outcomeSteps(act, observation.id)))
      granted(decideObservation(factsOn(round, observation), { kind: 'undo', before: outcome }, actor))
      if (outcome !== null) {
        const proposals = [{ observation, outcome }]
        await proposeOutcomes(act, actor, { verb: 'observations.undo', round, proposals })
      } else {
        await act.rows(CLEAR, [observation.id])
        await act.record({
          recordKind: 'observation',
          recordId: observation.id,
          verb: 'observations.undo',
          reason: '',
          details: { number: observation.number, disposition: null, agreedText: '', answeredBy: null },
          roundId: round.id,
          versionId: round.versionId,
          audience: [COORDINATING_AREA],
        })
      }
      return { recordId: observation.id, recordVersion: observation.recordVersion + 1 }
    }),
  )
