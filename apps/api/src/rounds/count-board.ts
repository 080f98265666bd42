import { Id, RoundBoard } from '@portal/contracts'
import { z } from 'zod'
import { Refused } from '../refused.ts'
import { signedInProcedure } from '../trpc.ts'

export const countBoard = signedInProcedure
  .input(z.object({ id: Id }))
  .output(RoundBoard)
  .query(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
