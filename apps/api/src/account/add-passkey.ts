import { AddPasskeyInput, RecoveryCodes } from '@portal/contracts'
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { ownAccountProcedure } from '../trpc.ts'
import { Refused } from '../refused.ts'
import { ownAct } from './own-act.ts'
import { registeredCredential } from './passkeys.ts'
import { firstRecoveryCodes } from './recovery-codes.ts'
import { closeOtherSessions, renewSession } from './session.ts'

const ADD: Statement = {
  name: 'account_add_passkey',
  text: `
    INSERT INTO passkey (person_id, name, credential_id, public_key, counter, transports, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, now()) ON CONFLICT (credential_id) DO NOTHING RETURNING id`,
}

/** The session goes on with the passkey shown; the others have to enter again. */
export const addPasskey = ownAccountProcedure
  .input(AddPasskeyInput)
  .output(RecoveryCodes)
  .mutation(async ({ ctx, input }) => {
    const { deps, owner } = ctx
    const response = input.credential as unknown as RegistrationResponseJSON
    const { id, publicKey, counter, transports } = await registeredCredential(
      readerOn(deps.pool),
      deps,
      owner.personId,
      response,
    )
    const { codes, token } = await ownAct(deps, ctx, 'account.addPasskey', async (act) => {
      const values = [owner.personId, input.name, id, Buffer.from(publicKey), counter, transports ?? []]
      if (!(await act.one(ADD, values))) throw new Refused({ code: 'PASSKEY_NOT_ACCEPTED' })
      const closed = await closeOtherSessions(act, owner)
      const token = await renewSession(act, owner, 'passkey')
      return {
        answer: { codes: await firstRecoveryCodes(act, deps, owner.personId), token },
        details: { passkey: input.name, closed },
      }
    })
    ctx.giveSession(token)
    return { codes }
  })
