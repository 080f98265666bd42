import { Id, TrailCheck } from '@portal/contracts'
import { z } from 'zod'
import { Refused } from '../refused.ts'
import { signedInProcedure } from '../trpc.ts'

export const checkTrail = signedInProcedure
  .input(z.object({ recordId: Id }))
  .output(TrailCheck)
  .query(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
