import type { SecondFactor } from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'
import { readerOn } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { ownAttempt, type SessionOwner } from '../identity/exports.ts'
import { Refused } from '../refused.ts'
import { openedTotp } from './kept-secret.ts'
import { takeRecoveryCode } from './recovery-codes.ts'
import { stepOfCode } from './totp.ts'

const SECRET: Statement = {
  name: 'account_totp_secret',
  text: 'SELECT secret FROM totp WHERE person_id = $1 AND secret IS NOT NULL',
}
/** A code that was taken, and those before it, are spent: on whatever instance they come again. */
const SPEND: Statement = {
  name: 'account_totp_spend',
  text: 'UPDATE totp SET last_step = $2 WHERE person_id = $1 AND secret IS NOT NULL AND last_step < $2 RETURNING person_id',
}

const SIX_DIGITS = /^\d{6}$/

/** What was typed, as it is compared: however it was spaced, in capitals. */
export const plainCode = (code: string): string => code.replace(/[\s-]/g, '').toUpperCase()

/** Whether it is meant for a code of an application; all else may be a recovery code. */
export const isTotpCode = (typed: string): boolean => SIX_DIGITS.test(plainCode(typed))

/**
 * Counts an attempt at somebody's second factor, and gives it back when `run` succeeds.
 * @throws Refused TOO_MANY_REQUESTS, and what `run` refuses
 */
export async function attempting<Answer>(
  { pool, log }: Pick<Deps, 'pool' | 'log'>,
  { personId }: SessionOwner,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const attempt = await ownAttempt(readerOn(pool), personId, 'second-factor')
  if (!attempt.allowed) {
    log.warn({ personId }, 'a second factor was tried too often')
    throw new Refused({ code: 'TOO_MANY_REQUESTS', seconds: attempt.seconds })
  }
  const answer = await run()
  await attempt.succeeded()
  return answer
}

/** Takes a code of the application, or a recovery code in its place; which it was. @throws Refused WRONG_CODE */
export async function takeCode(
  reader: Reader,
  deps: Pick<Deps, 'secret' | 'log'>,
  { personId }: SessionOwner,
  typed: string,
): Promise<SecondFactor & ('totp' | 'recovery_code')> {
  const code = plainCode(typed)
  if (isTotpCode(typed)) {
    const kept = await reader.one<{ secret: Buffer }>(SECRET, [personId])
    const secret = kept ? openedTotp(deps, personId, kept.secret) : null
    const step = secret && stepOfCode(secret, code, Date.now())
    if (step !== null && (await reader.one(SPEND, [personId, step]))) return 'totp'
  } else if (await takeRecoveryCode(reader, deps, personId, code)) {
    return 'recovery_code'
  }
  throw new Refused({ code: 'WRONG_CODE' })
}
