import { ConfirmTotpInput, RecoveryCodes } from '@portal/contracts'
import type { Statement } from '../acts/transaction.ts'
import { found, Refused } from '../refused.ts'
import { ownAccountProcedure } from '../trpc.ts'
import { openedTotp } from './kept-secret.ts'
import { ownAct } from './own-act.ts'
import { newRecoveryCodes } from './recovery-codes.ts'
import { attempting, plainCode } from './second-step.ts'
import { closeOtherSessions, renewSession } from './session.ts'
import { stepOfCode } from './totp.ts'

const OFFERED: Statement = {
  name: 'account_totp_offered',
  text: `
    SELECT offered_secret AS secret FROM totp WHERE person_id = $1 AND offered_secret IS NOT NULL FOR UPDATE`,
}
const CONFIRM: Statement = {
  name: 'account_confirm_totp',
  text: `
    UPDATE totp SET secret = offered_secret, offered_secret = NULL, confirmed_at = now(), last_step = $2
    WHERE person_id = $1 RETURNING person_id`,
}

/** From now on codes are asked for. The session goes on with one shown; the others have to enter again. */
export const confirmTotp = ownAccountProcedure
  .input(ConfirmTotpInput)
  .output(RecoveryCodes)
  .mutation(({ ctx, input }) => {
    const { deps, owner } = ctx
    return attempting(deps, owner, async () => {
      const { codes, token } = await ownAct(deps, ctx, 'account.confirmTotp', async (act) => {
        const { secret } = found(await act.one<{ secret: Buffer }>(OFFERED, [owner.personId]))
        const opened = openedTotp(deps, owner.personId, secret)
        const step = opened && stepOfCode(opened, plainCode(input.code), Date.now())
        if (step === null) throw new Refused({ code: 'WRONG_CODE' })
        await act.rows(CONFIRM, [owner.personId, step])
        const closed = await closeOtherSessions(act, owner)
        const token = await renewSession(act, owner, 'totp')
        return {
          answer: { codes: await newRecoveryCodes(act, deps, owner.personId), token },
          details: { closed },
        }
      })
      ctx.giveSession(token)
      return { codes }
    })
  })
