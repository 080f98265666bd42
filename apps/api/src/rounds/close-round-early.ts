import { ActDone, RoundReasonInput } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'

export const closeRoundEarly = procedureFor('derfe_coordinator')
  .input(RoundReasonInput)
  .output(ActDone)
  .mutation(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
