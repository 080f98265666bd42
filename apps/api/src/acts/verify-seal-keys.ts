import { introductionMessage, isSignedBy, sealKeyIdOf } from './seal-key.ts'
import type { Reader, Statement } from './transaction.ts'

export type KeyOnRecord = {
  id: string
  publicKey: Buffer
  since: string
  introducedBy: string | null
  signature: Buffer
}

const KEYS: Statement = {
  name: 'verify_seal_keys',
  text: `
    SELECT id, public_key AS "publicKey", since, introduced_by AS "introducedBy", signature
    FROM seal_key ORDER BY position`,
}

/** The keys on record in their order; each is what its id says, and was signed in by the one before or by itself. */
export async function verifySealKeys(
  reader: Reader,
): Promise<{ keys: ReadonlyMap<string, KeyOnRecord>; broken: string | null }> {
  const keys = new Map<string, KeyOnRecord>()
  let last: KeyOnRecord | undefined
  for (const key of await reader.rows<KeyOnRecord>(KEYS, [])) {
    if (sealKeyIdOf(key.publicKey) !== key.id) return { keys, broken: `la llave de sello ${key.id} es otra` }
    const voucher = key.introducedBy === null ? key : last?.id === key.introducedBy ? last : undefined
    if (!voucher || !isSignedBy(voucher.publicKey, introductionMessage(key.id, key.since), key.signature)) {
      const by = key.introducedBy === null ? 'por sí misma' : 'por la anterior'
      return { keys, broken: `la llave de sello ${key.id} no está firmada ${by}` }
    }
    keys.set(key.id, key)
    last = key
  }
  return { keys, broken: null }
}
