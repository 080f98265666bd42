import { OwnPasswordInput, RecoveryCodes } from '@portal/contracts'
import type { Statement } from '../acts/transaction.ts'
import { Refused } from '../refused.ts'
import { ownAccountProcedure } from '../trpc.ts'
import { confirmPassword, ownAct } from './own-act.ts'
import { newRecoveryCodes } from './recovery-codes.ts'

const FACTOR: Statement = {
  name: 'account_any_factor',
  text: `
    SELECT 1 AS factor WHERE EXISTS (SELECT FROM totp WHERE person_id = $1 AND secret IS NOT NULL)
      OR EXISTS (SELECT FROM passkey WHERE person_id = $1)`,
}

/** The codes before them no longer enter. */
export const renewRecoveryCodes = ownAccountProcedure
  .input(OwnPasswordInput)
  .output(RecoveryCodes)
  .mutation(async ({ ctx, input }) => {
    const { deps, owner } = ctx
    await confirmPassword(deps, owner, input.password)
    return await ownAct(deps, ctx, 'account.renewRecoveryCodes', async (act) => {
      if (!(await act.one(FACTOR, [owner.personId]))) throw new Refused({ code: 'NO_SECOND_FACTOR' })
      return { answer: { codes: await newRecoveryCodes(act, deps, owner.personId) } }
    })
  })
