import { IndexVersionInput, ActDone } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'

export const indexVersion = procedureFor('derfe_coordinator')
  .input(IndexVersionInput)
  .output(ActDone)
  .mutation(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
