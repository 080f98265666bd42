import { ActDone, DisposeObservationInput } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'

export const disposeObservation = procedureFor('derfe_coordinator')
  .input(DisposeObservationInput)
  .output(ActDone)
  .mutation(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
