import { CloseSessionInput } from '@portal/contracts'
import { z } from 'zod'
import type { Statement } from '../acts/transaction.ts'
import { found } from '../refused.ts'
import { ownAccountProcedure } from '../trpc.ts'
import { ownAct } from './own-act.ts'

const CLOSE: Statement = {
  name: 'account_close_session',
  text: 'DELETE FROM session WHERE id = $1 AND person_id = $2 RETURNING id',
}

/** One of one's own sessions, at once. */
export const closeSession = ownAccountProcedure
  .input(CloseSessionInput)
  .output(z.object({ closed: z.int() }))
  .mutation(({ ctx, input }) =>
    ownAct(ctx.deps, ctx, 'account.closeSessions', async (act) => {
      found(await act.one(CLOSE, [input.id, ctx.owner.personId]))
      return { answer: { closed: 1 }, details: { closed: 1 } }
    }),
  )
