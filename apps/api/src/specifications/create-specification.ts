import { CreateSpecificationInput, ActDone } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'

export const createSpecification = procedureFor('derfe_coordinator')
  .input(CreateSpecificationInput)
  .output(ActDone)
  .mutation(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
