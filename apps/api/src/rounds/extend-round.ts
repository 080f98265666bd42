import { ActDone, ExtendRoundInput } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'

export const extendRound = procedureFor('derfe_coordinator')
  .input(ExtendRoundInput)
  .output(ActDone)
  .mutation(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
