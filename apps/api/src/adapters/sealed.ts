import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Deps } from '../deps.ts'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

type Purpose = 'client secret' | 'sign-on' | 'totp'

/** A key of its own for each purpose, from the one secret. */
export const keyOf = (secret: string, purpose: Purpose | 'recovery'): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `portal ${purpose}`, 32))

/** Encrypts a text. `context` is bound to it: it opens with the same one only. */
export function seal({ secret }: Pick<Deps, 'secret'>, purpose: Purpose, context: string, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, keyOf(secret, purpose), nonce).setAAD(Buffer.from(context))
  const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted])
}

/** Null for what was altered, or sealed under another secret, purpose or context. */
export function unseal(
  { secret }: Pick<Deps, 'secret'>,
  purpose: Purpose,
  context: string,
  sealed: Buffer,
): string | null {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv(CIPHER, keyOf(secret, purpose), sealed.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
