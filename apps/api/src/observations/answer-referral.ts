import { ActDone, DisposeObservationInput } from '@portal/contracts'
import { AREA_ROLES, decideObservation } from '@portal/domain'
import { act } from '../acts/act.ts'
import { granted } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { factsOn, lockObservation } from './locked-observations.ts'
import { proposeOutcomes } from './propose-outcomes.ts'

/** The area's proposal for what DERFE referred to it. With it the observation is back: DERFE may still change it. */
export const answerReferral = procedureFor(...AREA_ROLES)
  .input(DisposeObservationInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'observations.answerReferral', input, async (act) => {
      const { outcome } = input
      const { round, observation } = await lockObservation(act, { ...input, areaId: actor.organisationId })
      granted(decideObservation(factsOn(round, observation), { kind: 'answer_referral', outcome }, actor))
      const proposals = [{ observation, outcome }]
      await proposeOutcomes(act, actor, { verb: 'observations.answerReferral', round, proposals })
      return { recordId: observation.id, recordVersion: observation.recordVersion + 1 }
    }),
  )
