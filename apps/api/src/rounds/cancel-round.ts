import { ActDone, RoundReasonInput } from '@portal/contracts'
import { decideRound } from '@portal/domain'
import { act } from '../acts/act.ts'
import { granted } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { changeRound } from './change-round.ts'
import { roundFacts } from './facts.ts'
import { eventOf, lockRound } from './locked-round.ts'
import { moveVersion } from './version-of-round.ts'

/** The answers stay as they are, on record; the version may go into another round. */
export const cancelRound = procedureFor('derfe_coordinator')
  .input(RoundReasonInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'rounds.cancel', input, async (act) => {
      const round = await lockRound(act, input)
      const { reason } = input
      const facts = await roundFacts(act, round.id)
      const { status } = granted(decideRound(facts, { kind: 'cancel', reason }, actor, act.now()))
      if (round.openedAt !== null) await moveVersion(act, round.versionId, 'leave_round', actor)
      const recordVersion = await changeRound(act, round, { status })
      await act.record({ ...eventOf(round), verb: 'rounds.cancel', reason, details: { was: round.status } })
      return { recordId: round.id, recordVersion }
    }),
  )
