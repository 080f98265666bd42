import { VerifyInput, VerifyView } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { publicProcedure } from '../trpc.ts'

export const verifyReceipt = publicProcedure
  .input(VerifyInput)
  .output(VerifyView)
  .query(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
