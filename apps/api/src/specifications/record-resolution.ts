import { RecordResolutionInput, ActDone } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'

export const recordResolution = procedureFor('derfe_coordinator')
  .input(RecordResolutionInput)
  .output(ActDone)
  .mutation(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
