import { introductionMessage, isSignedBy, sealKeyIdOf } from './seal-key.ts'
import type { Reader, Statement } from './transaction.ts'

export type KeyOnRecord = { id: string; publicKey: Buffer; since: string; introducedBy: string | null }

const KEYS: Statement = {
  name: 'verify_seal_keys',
  text: `
    SELECT id, public_key AS "publicKey", since, introduced_by AS "introducedBy", signature
    FROM seal_key ORDER BY position`,
}

/** The keys on record in their order; each is what its id says, and was signed in by the one before or came unsigned. */
export async function verifySealKeys(
  reader: Reader,
): Promise<{ keys: ReadonlyMap<string, KeyOnRecord>; broken: string | null }> {
  const keys = new Map<string, KeyOnRecord>()
  let last: KeyOnRecord | undefined
  for (const key of await reader.rows<KeyOnRecord & { signature: Buffer | null }>(KEYS, [])) {
    if (sealKeyIdOf(key.publicKey) !== key.id) return { keys, broken: `la llave de sello ${key.id} es otra` }
    if (key.introducedBy !== null) {
      const message = introductionMessage(key.id, key.since)
      const vouched = key.introducedBy === last?.id && isSignedBy(last.publicKey, message, key.signature ?? Buffer.of())
      if (!vouched) return { keys, broken: `la llave de sello ${key.id} no está firmada por la anterior` }
    }
    keys.set(key.id, key)
    last = key
  }
  return { keys, broken: null }
}
