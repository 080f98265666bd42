import { Id, RoundView } from '@portal/contracts'
import { z } from 'zod'
import { Refused } from '../refused.ts'
import { signedInProcedure } from '../trpc.ts'

export const getRound = signedInProcedure
  .input(z.object({ id: Id }))
  .output(RoundView)
  .query(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
