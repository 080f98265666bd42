import { ChangePasswordInput } from '@portal/contracts'
import { z } from 'zod'
import type { Statement } from '../acts/transaction.ts'
import { acceptablePassword } from '../identity/exports.ts'
import { found } from '../refused.ts'
import { ownAccountProcedure } from '../trpc.ts'
import { confirmPassword, ownAct } from './own-act.ts'
import { closeOtherSessions } from './session.ts'

const CHANGE: Statement = {
  name: 'account_change_password',
  text: `
    UPDATE account SET password = $2, updated_at = now()
    WHERE person_id = $1 AND provider_id = 'credential' AND password IS NOT NULL RETURNING id`,
}

/** Whoever knew the old password is out: all other sessions are closed. */
export const changePassword = ownAccountProcedure
  .input(ChangePasswordInput)
  .output(z.object({ closed: z.int() }))
  .mutation(async ({ ctx, input }) => {
    const { deps, owner } = ctx
    await confirmPassword(deps, owner, input.password)
    const hash = await acceptablePassword(input.newPassword, { name: owner.personName, email: owner.email })
    return await ownAct(deps, ctx, 'account.changePassword', async (act) => {
      found(await act.one(CHANGE, [owner.personId, hash]))
      const closed = await closeOtherSessions(act, owner)
      return { answer: { closed }, details: { closed } }
    })
  })
