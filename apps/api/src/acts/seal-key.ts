import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'

/** What signs seals. Only this process has the private half; the database keeps the public one. */
export type SealKey = {
  /** SHA-256 of the public key (SPKI, DER) in hex. */
  id: string
  publicKey: Buffer
  sign: (message: Buffer) => Buffer
}

export const sealKeyIdOf = (publicKey: Buffer): string => createHash('sha256').update(publicKey).digest('hex')

export function sealKeyFrom(privateKey: KeyObject): SealKey {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  return { id: sealKeyIdOf(publicKey), publicKey, sign: (message) => sign(null, message, privateKey) }
}

/** Each says what it is: a signature under one can never stand for the other. */
export const sealMessage = (hash: Buffer): Buffer => Buffer.from(`portal-vmre/seal\n${hash.toString('hex')}`)
export const introductionMessage = (keyId: string, since: string): Buffer =>
  Buffer.from(`portal-vmre/seal-key\n${keyId}\n${since}`)

export const bundleMessage = (sums: Buffer): Buffer =>
  Buffer.from(`portal-vmre/expediente\n${createHash('sha256').update(sums).digest('hex')}`)

/** Whether Ed25519 says that the key signed the message. A key or a signature that is none says no. */
export function isSignedBy(publicKey: Buffer, message: Buffer, signature: Buffer): boolean {
  try {
    return verify(null, message, createPublicKey({ key: publicKey, type: 'spki', format: 'der' }), signature)
  } catch {
    return false
  }
}
