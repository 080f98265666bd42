import { ActDone, DisposeObservationInput } from '@portal/contracts'
import { decideObservation } from '@portal/domain'
import { act } from '../acts/act.ts'
import { granted } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { factsOn, lockObservation } from './locked-observations.ts'
import { proposeOutcomes } from './propose-outcomes.ts'

/**
 * The coordinator's proposal for one observation. It may still lack something: what, the screen shows, and the proposal
 * of the whole round counts.
 */
export const disposeObservation = procedureFor('derfe_coordinator')
  .input(DisposeObservationInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'observations.dispose', input, async (act) => {
      const { round, observation } = await lockObservation(act, input)
      granted(decideObservation(factsOn(round, observation), { kind: 'dispose' }, actor))
      const proposals = [{ observation, outcome: input.outcome }]
      await proposeOutcomes(act, actor, { verb: 'observations.dispose', round, proposals })
      return { recordId: observation.id, recordVersion: observation.recordVersion + 1 }
    }),
  )
