import { ActDone, RoundReasonInput } from '@portal/contracts'
import { decideRound } from '@portal/domain'
import { act } from '../acts/act.ts'
import { granted } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { roundFacts } from './facts.ts'
import { lockRound } from './locked-round.ts'
import { publishMatrix } from './publish-matrix.ts'

/** Once every OPL has replied to all that was decided nobody has to wait for the end of the conformity phase. */
export const publishEarly = procedureFor('derfe_coordinator')
  .input(RoundReasonInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'rounds.publishEarly', input, async (act) => {
      const round = await lockRound(act, input)
      const { reason } = input
      const facts = await roundFacts(act, round.id)
      granted(decideRound(facts, { kind: 'publish_early', reason }, actor, act.now()))
      return await publishMatrix(act, round, actor, { verb: 'rounds.publishEarly', reason })
    }),
  )
