import { Id, VersionView } from '@portal/contracts'
import { z } from 'zod'
import { Refused } from '../refused.ts'
import { signedInProcedure } from '../trpc.ts'

export const getVersion = signedInProcedure
  .input(z.object({ id: Id }))
  .output(VersionView)
  .query(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
