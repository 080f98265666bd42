import { ActDone, DiscardObservationInput } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'

export const discardObservation = procedureFor('opl_liaison', 'opl_head')
  .input(DiscardObservationInput)
  .output(ActDone)
  .mutation(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
