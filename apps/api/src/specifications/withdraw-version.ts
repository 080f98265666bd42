import { WithdrawVersionInput, ActDone } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'

export const withdrawVersion = procedureFor('derfe_coordinator')
  .input(WithdrawVersionInput)
  .output(ActDone)
  .mutation(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
