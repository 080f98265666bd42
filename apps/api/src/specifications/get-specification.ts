import { Id, SpecificationView } from '@portal/contracts'
import { z } from 'zod'
import { Refused } from '../refused.ts'
import { signedInProcedure } from '../trpc.ts'

export const getSpecification = signedInProcedure
  .input(z.object({ id: Id }))
  .output(SpecificationView)
  .query(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
