import { ListSpecificationsInput, page, SpecificationRow } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { signedInProcedure } from '../trpc.ts'

export const listSpecifications = signedInProcedure
  .input(ListSpecificationsInput)
  .output(page(SpecificationRow))
  .query(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
