import { ActDone, DisposeManyInput } from '@portal/contracts'
import { decideObservation } from '@portal/domain'
import { act } from '../acts/act.ts'
import { granted, Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { factsOn, lockObservations } from './locked-observations.ts'
import { proposeOutcomes } from './propose-outcomes.ts'

/** One proposal for many observations, all or none; each keeps the act on its own record. */
export const disposeMany = procedureFor('derfe_coordinator')
  .input(DisposeManyInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'observations.disposeMany', input, async (act) => {
      const { round, locked } = await lockObservations(act, input)
      const { agreedText, ...outcome } = input.outcome
      const proposals = locked.map((observation) => {
        granted(decideObservation(factsOn(round, observation), { kind: 'dispose' }, actor))
        const asAsked = agreedText === null
        if (asAsked && observation.shouldSay === '') {
          throw new Refused({ code: 'NOTHING_ASKED_FOR', number: observation.number })
        }
        return {
          observation,
          outcome: { ...outcome, agreedText: asAsked ? observation.shouldSay : agreedText, answeredBy: null },
        }
      })
      await proposeOutcomes(act, actor, { verb: 'observations.dispose', round, proposals })
      return { recordId: round.id, recordVersion: round.recordVersion }
    }),
  )
