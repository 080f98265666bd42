import { RemovePasskeyInput } from '@portal/contracts'
import { z } from 'zod'
import type { Statement } from '../acts/transaction.ts'
import { found } from '../refused.ts'
import { ownAccountProcedure } from '../trpc.ts'
import { takeFactor } from './factors-left.ts'
import { confirmPassword, ownAct } from './own-act.ts'

const REMOVE: Statement = {
  name: 'account_remove_passkey',
  text: 'DELETE FROM passkey WHERE id = $1 AND person_id = $2 RETURNING name',
}

export const removePasskey = ownAccountProcedure
  .input(RemovePasskeyInput)
  .output(z.object({ left: z.int() }))
  .mutation(async ({ ctx, input }) => {
    const { deps, owner } = ctx
    await confirmPassword(deps, owner, input.password)
    return await ownAct(deps, ctx, 'account.removePasskey', async (act) => {
      let name = ''
      const left = await takeFactor(act, owner, async () => {
        name = found(await act.one<{ name: string }>(REMOVE, [input.id, owner.personId])).name
      })
      return { answer: { left }, details: { passkey: name } }
    })
  })
