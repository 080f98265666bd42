import { ActDone, RecallObservationsInput } from '@portal/contracts'
import { COORDINATING_AREA, decideObservation } from '@portal/domain'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { granted } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { factsOn, lockObservations } from './locked-observations.ts'

/** The area reads it no more. */
const RECALL: Statement = {
  name: 'observation_recall',
  text: `
    UPDATE observation AS o
    SET status = given.status, referred_to = NULL, instruction = '', referred_by = NULL, referred_for = NULL,
      referred_at = NULL, record_version = record_version + 1
    FROM unnest($1::uuid[], $2::text[]) AS given (id, status) WHERE o.id = given.id`,
}

/** Takes back what an area has not answered. */
export const recallObservations = procedureFor('derfe_coordinator')
  .input(RecallObservationsInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'observations.recall', input, async (act) => {
      const { reason } = input
      const { round, locked } = await lockObservations(act, input)
      const statuses = locked.map(
        (one) => granted(decideObservation(factsOn(round, one), { kind: 'recall', reason }, actor)).status,
      )
      await act.rows(RECALL, [locked.map(({ id }) => id), statuses])
      for (const { id, number, referredTo } of locked) {
        await act.record({
          recordKind: 'observation',
          recordId: id,
          verb: 'observations.recall',
          reason,
          details: { number, area: referredTo },
          roundId: round.id,
          versionId: round.versionId,
          audience: referredTo === null ? [COORDINATING_AREA] : [COORDINATING_AREA, referredTo],
        })
      }
      return { recordId: round.id, recordVersion: round.recordVersion }
    }),
  )
