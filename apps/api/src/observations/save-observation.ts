import { ActDone, SaveObservationInput } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'

export const saveObservation = procedureFor('opl_liaison', 'opl_head')
  .input(SaveObservationInput)
  .output(ActDone)
  .mutation(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
