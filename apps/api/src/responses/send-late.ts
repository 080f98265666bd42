import { ActDone, ResponseReasonInput } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'

export const sendLate = procedureFor('opl_liaison', 'opl_head')
  .input(ResponseReasonInput)
  .output(ActDone)
  .mutation(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
