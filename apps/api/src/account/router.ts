import { router } from '../trpc.ts'
import { addPasskey } from './add-passkey.ts'
import { changePassword } from './change-password.ts'
import { closeOthers } from './close-others.ts'
import { closeSession } from './close-session.ts'
import { confirmTotp } from './confirm-totp.ts'
import { getAccount } from './get-account.ts'
import { offerPasskey } from './offer-passkey.ts'
import { offerTotp } from './offer-totp.ts'
import { removePasskey } from './remove-passkey.ts'
import { removeTotp } from './remove-totp.ts'
import { renewRecoveryCodes } from './renew-recovery-codes.ts'

export const accountRouter = router({
  get: getAccount,
  changePassword,
  closeSession,
  closeOthers,
  offerTotp,
  confirmTotp,
  removeTotp,
  renewRecoveryCodes,
  offerPasskey,
  addPasskey,
  removePasskey,
})
