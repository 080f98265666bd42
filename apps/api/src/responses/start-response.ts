import { ActDone, ResponseInput } from '@portal/contracts'
import { act } from '../acts/act.ts'
import { procedureFor } from '../trpc.ts'
import { changeResponse } from './change-response.ts'
import { decidedStatus, eventOf, lockResponse } from './locked-response.ts'

/** Somebody of the OPL opened the round and begins to work on it. */
export const startResponse = procedureFor('opl_liaison', 'opl_head')
  .input(ResponseInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'responses.start', input, async (act) => {
      const response = await lockResponse(act, input, actor, 'hold')
      const status = decidedStatus(act, response, { kind: 'start' }, actor)
      const recordVersion = await changeResponse(act, response, status)
      await act.record({ ...eventOf(response, 'ine'), verb: 'responses.start', details: {} })
      return { recordId: response.id, recordVersion }
    }),
  )
