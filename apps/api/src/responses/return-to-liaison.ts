import { ActDone, ResponseReasonInput } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'

export const returnToLiaison = procedureFor('opl_head')
  .input(ResponseReasonInput)
  .output(ActDone)
  .mutation(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
