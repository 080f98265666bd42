import { ActDone, PrepareRoundInput } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'

export const prepareRound = procedureFor('derfe_coordinator')
  .input(PrepareRoundInput)
  .output(ActDone)
  .mutation(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
