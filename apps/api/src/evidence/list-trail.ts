import { TrailInput, EventView, page } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { signedInProcedure } from '../trpc.ts'

export const listTrail = signedInProcedure
  .input(TrailInput)
  .output(page(EventView))
  .query(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
