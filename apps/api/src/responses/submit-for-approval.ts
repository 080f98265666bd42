import { ActDone, ResponseInput } from '@portal/contracts'
import { act } from '../acts/act.ts'
import { procedureFor } from '../trpc.ts'
import { changeResponse } from './change-response.ts'
import { decidedStatus, eventOf, lockResponse } from './locked-response.ts'

/** Of an OPL with two levels: what the liaison prepared goes to its head, who alone sends. */
export const submitForApproval = procedureFor('opl_liaison')
  .input(ResponseInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'responses.submitForApproval', input, async (act) => {
      const response = await lockResponse(act, input, actor, 'hold')
      const status = decidedStatus(act, response, { kind: 'submit_for_approval' }, actor)
      const recordVersion = await changeResponse(act, response, status)
      await act.record({ ...eventOf(response, 'ine'), verb: 'responses.submitForApproval', details: {} })
      return { recordId: response.id, recordVersion }
    }),
  )
