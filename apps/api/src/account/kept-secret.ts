import { createHmac } from 'node:crypto'
import { keyOf, seal, unseal } from '../adapters/sealed.ts'
import type { Deps } from '../deps.ts'

type Secret = Pick<Deps, 'secret'>

/** A person's TOTP secret as the database keeps it: bound to the person, so that no row can take another's. */
export const sealedTotp = (deps: Secret, personId: string, secret: Buffer): Buffer =>
  seal(deps, 'totp', personId, secret.toString('base64'))

/** Null, and said in the log, where it was sealed under another AUTH_SECRET or for another person. */
export function openedTotp(deps: Pick<Deps, 'secret' | 'log'>, personId: string, sealed: Buffer): Buffer | null {
  const secret = unseal(deps, 'totp', personId, sealed)
  if (secret !== null) return Buffer.from(secret, 'base64')
  deps.log.error({ personId }, 'a TOTP secret does not open: was AUTH_SECRET changed?')
  return null
}

/** Of a recovery code only this is kept: with a key, so that the table alone does not let anybody try them all. */
export const recoveryHash = ({ secret }: Secret, personId: string, code: string): string =>
  createHmac('sha256', keyOf(secret, 'recovery')).update(`${personId}:${code}`).digest('base64url')
