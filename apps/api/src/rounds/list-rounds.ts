import { ListRoundsInput, page, RoundRow } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { signedInProcedure } from '../trpc.ts'

export const listRounds = signedInProcedure
  .input(ListRoundsInput)
  .output(page(RoundRow))
  .query(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
