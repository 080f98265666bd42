import { MyTurnView } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { signedInProcedure } from '../trpc.ts'

export const listMyTurn = signedInProcedure.output(MyTurnView).query(() => {
  throw new Refused({ code: 'NOT_FOUND' })
})
