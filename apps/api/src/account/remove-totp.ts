import { OwnPasswordInput } from '@portal/contracts'
import { z } from 'zod'
import type { Statement } from '../acts/transaction.ts'
import { found } from '../refused.ts'
import { ownAccountProcedure } from '../trpc.ts'
import { takeFactor } from './factors-left.ts'
import { confirmPassword, ownAct } from './own-act.ts'

const REMOVE: Statement = {
  name: 'account_remove_totp',
  text: 'DELETE FROM totp WHERE person_id = $1 AND secret IS NOT NULL RETURNING person_id',
}

export const removeTotp = ownAccountProcedure
  .input(OwnPasswordInput)
  .output(z.object({ left: z.int() }))
  .mutation(async ({ ctx, input }) => {
    const { deps, owner } = ctx
    await confirmPassword(deps, owner, input.password)
    return await ownAct(deps, ctx, 'account.removeTotp', async (act) => {
      const left = await takeFactor(act, owner, async () => void found(await act.one(REMOVE, [owner.personId])))
      return { answer: { left } }
    })
  })
