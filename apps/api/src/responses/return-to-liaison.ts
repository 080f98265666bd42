import { ActDone, ResponseReasonInput } from '@portal/contracts'
import { act } from '../acts/act.ts'
import { procedureFor } from '../trpc.ts'
import { changeResponse } from './change-response.ts'
import { decidedStatus, eventOf, lockResponse } from './locked-response.ts'

/** Back to the liaison, with what is to be mended. */
export const returnToLiaison = procedureFor('opl_head')
  .input(ResponseReasonInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'responses.returnToLiaison', input, async (act) => {
      const response = await lockResponse(act, input, actor, 'hold')
      const { reason } = input
      const status = decidedStatus(act, response, { kind: 'return_to_liaison', reason }, actor)
      const recordVersion = await changeResponse(act, response, status)
      await act.record({ ...eventOf(response, 'ine'), verb: 'responses.returnToLiaison', reason, details: {} })
      return { recordId: response.id, recordVersion }
    }),
  )
