import { ActDone, RoundInput } from '@portal/contracts'
import { decideRound } from '@portal/domain'
import { act } from '../acts/act.ts'
import { granted } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { changeRound } from './change-round.ts'
import { roundFacts } from './facts.ts'
import { eventOf, lockRound } from './locked-round.ts'

/** Nothing is left to do in the round: its matrix stays published. */
export const concludeRound = procedureFor('derfe_coordinator')
  .input(RoundInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'rounds.conclude', input, async (act) => {
      const round = await lockRound(act, input)
      const facts = await roundFacts(act, round.id)
      const { status } = granted(decideRound(facts, { kind: 'conclude' }, actor, act.now()))
      const recordVersion = await changeRound(act, round, { status })
      await act.record({ ...eventOf(round), verb: 'rounds.conclude', details: {} })
      return { recordId: round.id, recordVersion }
    }),
  )
