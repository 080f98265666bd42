import { ActDone, RoundReasonInput } from '@portal/contracts'
import { decideRound } from '@portal/domain'
import { act } from '../acts/act.ts'
import { granted } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { changeRound } from './change-round.ts'
import { roundFacts } from './facts.ts'
import { eventOf, lockRound } from './locked-round.ts'

/** Once all have answered nobody has to wait for the end. */
export const closeRoundEarly = procedureFor('derfe_coordinator')
  .input(RoundReasonInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'rounds.closeEarly', input, async (act) => {
      const round = await lockRound(act, input)
      const { reason } = input
      const facts = await roundFacts(act, round.id)
      const { status } = granted(decideRound(facts, { kind: 'close_early', reason }, actor, act.now()))
      const recordVersion = await changeRound(act, round, { status, closedAt: act.now() })
      await act.record({ ...eventOf(round), verb: 'rounds.closeEarly', reason, details: { due: round.due } })
      return { recordId: round.id, recordVersion }
    }),
  )
