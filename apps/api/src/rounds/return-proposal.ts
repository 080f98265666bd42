import { ActDone, RoundReasonInput } from '@portal/contracts'
import { decideRound } from '@portal/domain'
import { act } from '../acts/act.ts'
import { granted } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { changeRound } from './change-round.ts'
import { roundFacts } from './facts.ts'
import { eventOf, lockRound } from './locked-round.ts'

/** Back to the coordinator, with what is to be mended. The outcomes stay as they were proposed. */
export const returnProposal = procedureFor('derfe_head')
  .input(RoundReasonInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'rounds.returnProposal', input, async (act) => {
      const round = await lockRound(act, input)
      const { reason } = input
      const facts = await roundFacts(act, round.id)
      const { status } = granted(decideRound(facts, { kind: 'return', reason }, actor, act.now()))
      const recordVersion = await changeRound(act, round, { status })
      await act.record({ ...eventOf(round), verb: 'rounds.returnProposal', reason, details: {} })
      return { recordId: round.id, recordVersion }
    }),
  )
