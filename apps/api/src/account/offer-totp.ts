import { randomBytes } from 'node:crypto'
import { OwnPasswordInput, TotpOffer } from '@portal/contracts'
import { qrSvg } from '@portal/documents'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { ownAccountProcedure } from '../trpc.ts'
import { sealedTotp } from './kept-secret.ts'
import { confirmPassword } from './own-act.ts'
import { base32, totpUri } from './totp.ts'

const OFFER: Statement = {
  name: 'account_offer_totp',
  text: `
    INSERT INTO totp (person_id, offered_secret) VALUES ($1, $2)
    ON CONFLICT (person_id) DO UPDATE SET offered_secret = excluded.offered_secret`,
}
const ISSUER = 'Portal VMRE'
const SECRET_BYTES = 20

/**
 * A secret for an authenticator application. It counts for nothing until a code confirms it; what is in use stays in use.
 * Whoever is led here on the way in has shown who they are within the quarter of an hour that such a session lasts.
 */
export const offerTotp = ownAccountProcedure
  .input(OwnPasswordInput)
  .output(TotpOffer)
  .mutation(async ({ ctx: { deps, owner, lacks }, input }) => {
    if (lacks === null) await confirmPassword(deps, owner, input.password)
    const secret = randomBytes(SECRET_BYTES)
    await readerOn(deps.pool).rows(OFFER, [owner.personId, sealedTotp(deps, owner.personId, secret)])
    const uri = totpUri(secret, ISSUER, owner.email)
    return { secret: base32(secret), uri, qrSvg: qrSvg(uri) }
  })
