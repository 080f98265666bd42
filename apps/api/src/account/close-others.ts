import { z } from 'zod'
import { ownAccountProcedure } from '../trpc.ts'
import { ownAct } from './own-act.ts'
import { closeOtherSessions } from './session.ts'

/** All of one's own sessions but the one that asks. */
export const closeOthers = ownAccountProcedure.output(z.object({ closed: z.int() })).mutation(({ ctx }) =>
  ownAct(ctx.deps, ctx, 'account.closeSessions', async (act) => {
    const closed = await closeOtherSessions(act, ctx.owner)
    return { answer: { closed }, details: { closed } }
  }),
)
