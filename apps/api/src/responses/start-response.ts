import { ActDone, ResponseInput } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'

export const startResponse = procedureFor('opl_liaison', 'opl_head')
  .input(ResponseInput)
  .output(ActDone)
  .mutation(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
