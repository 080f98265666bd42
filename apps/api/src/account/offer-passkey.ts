import { OwnPasswordInput } from '@portal/contracts'
import { z } from 'zod'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { ownAccountProcedure } from '../trpc.ts'
import { confirmPassword } from './own-act.ts'
import { registrationOptions } from './passkeys.ts'

const KNOWN: Statement = {
  name: 'account_known_passkeys',
  text: 'SELECT credential_id AS id FROM passkey WHERE person_id = $1',
}

/** What the browser is to make a new passkey from, as WebAuthn writes it. The password is asked as in `offer-totp.ts`. */
export const offerPasskey = ownAccountProcedure
  .input(OwnPasswordInput)
  .output(z.unknown())
  .mutation(async ({ ctx: { deps, owner, lacks }, input }) => {
    if (lacks === null) await confirmPassword(deps, owner, input.password)
    const reader = readerOn(deps.pool)
    const known = await reader.rows<{ id: string }>(KNOWN, [owner.personId])
    return await registrationOptions(
      reader,
      deps,
      owner,
      known.map(({ id }) => id),
    )
  })
