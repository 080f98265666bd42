import { ImportDocumentInput, ActDone } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'

export const importDocument = procedureFor('derfe_coordinator')
  .input(ImportDocumentInput)
  .output(ActDone)
  .mutation(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
