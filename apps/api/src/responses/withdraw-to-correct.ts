import { ActDone, ResponseReasonInput } from '@portal/contracts'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { procedureFor } from '../trpc.ts'
import { withdrawResponse } from './change-response.ts'
import { decidedStatus, eventOf, lockResponse } from './locked-response.ts'

/** Their numbers stay with them: the receipt of the first sending names them. */
const TAKE_BACK: Statement = {
  name: 'response_take_back_observations',
  text: `
    UPDATE observation SET status = 'draft', sent_at = NULL, record_version = record_version + 1
    WHERE response_id = $1 AND status = 'received'`,
}

/** Before the close an OPL may take its answer back; if it does not send it again, it has not answered. */
export const withdrawToCorrect = procedureFor('opl_liaison', 'opl_head')
  .input(ResponseReasonInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'responses.withdrawToCorrect', input, async (act) => {
      const response = await lockResponse(act, input, actor, 'hold')
      const { reason } = input
      const status = decidedStatus(act, response, { kind: 'withdraw_to_correct', reason }, actor)
      await act.rows(TAKE_BACK, [response.id])
      const recordVersion = await withdrawResponse(act, response, status)
      await act.record({
        ...eventOf(response, 'round'),
        verb: 'responses.withdrawToCorrect',
        reason,
        details: { was: response.status },
      })
      return { recordId: response.id, recordVersion }
    }),
  )
