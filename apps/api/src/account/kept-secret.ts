import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Deps } from '../deps.ts'

type Secret = Pick<Deps, 'secret'>

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

const keyOf = ({ secret }: Secret, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `portal ${purpose}`, 32))

/** A person's TOTP secret as the database keeps it: bound to the person, so that no row can take another's. */
export function encryptedTotp(deps: Secret, personId: string, secret: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, keyOf(deps, 'totp'), nonce).setAAD(Buffer.from(personId))
  const encrypted = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted])
}

/** @throws where it was encrypted under another AUTH_SECRET, or for another person */
export function decryptedTotp(deps: Secret, personId: string, kept: Buffer): Buffer {
  const decipher = createDecipheriv(CIPHER, keyOf(deps, 'totp'), kept.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(personId)).setAuthTag(kept.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(kept.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
}

/** Of a recovery code only this is kept: with a key, so that the table alone does not let anybody try them all. */
export const recoveryHash = (deps: Secret, personId: string, code: string): string =>
  createHmac('sha256', keyOf(deps, 'recovery')).update(`${personId}:${code}`).digest('base64url')
