import { sealHash, type SealedHead } from './seal.ts'
import { isSignedBy, sealMessage } from './seal-key.ts'
import type { Reader, Statement } from './transaction.ts'
import type { Verified } from './verified.ts'
import { verifySealKeys, type KeyOnRecord } from './verify-seal-keys.ts'

const SEALS: Statement = {
  name: 'verify_seals',
  text: 'SELECT id, at, chains, hash, key_id, signature FROM audit_seal ORDER BY id',
}
const HEADS: Statement = {
  name: 'verify_seal_heads',
  text: `
    SELECT h.record_id, h.seq, h.hash, e.hash AS event_hash
    FROM audit_seal_head AS h
    LEFT JOIN audit_event AS e ON e.record_id = h.record_id AND e.seq = h.seq
    WHERE h.seal_id = $1
    ORDER BY h.record_id`,
}

type Seal = {
  id: number
  at: string
  chains: number
  hash: Buffer
  key_id: string | null
  signature: Buffer | null
}

/**
 * A seal says where chains ended: whoever shortens one and mends its head, or rewrites it whole, breaks the seal; and
 * who mends the seal too has not the key that signed it.
 */
export async function verifySeals(reader: Reader): Promise<Pick<Verified, 'seals' | 'keys' | 'broken'>> {
  const { keys, broken: brokenKey } = await verifySealKeys(reader)
  const known = [...keys.values()].map(({ id, since, introducedBy }) => ({ id, since, vouched: introducedBy !== null }))
  if (brokenKey !== null) return { seals: 0, keys: known, broken: ofNoEvent(brokenKey) }
  let previous: Buffer | null = null
  let verified = 0
  let signed = false
  for (const seal of await reader.rows<Seal>(SEALS, [])) {
    // One seal at a time, in order: each is checked against the one before, and only its heads are in memory.
    const heads: (SealedHead & { event_hash: Buffer | null })[] = await reader.rows(HEADS, [seal.id])
    const lost = heads.find((head) => head.event_hash === null || !head.event_hash.equals(head.hash))
    if (lost) {
      const what = lost.event_hash === null ? 'el acto ya no existe' : 'el acto es otro'
      const reason = `${what} y estaba bajo el sello ${seal.id} de ${seal.at}`
      return { seals: verified, keys: known, broken: { recordId: lost.record_id, seq: lost.seq, reason } }
    }
    const at = Temporal.Instant.from(seal.at).toString({ smallestUnit: 'millisecond' })
    if (seal.chains !== heads.length || !sealHash(previous, heads, at).equals(seal.hash)) {
      return { seals: verified, keys: known, broken: ofNoEvent(`el sello ${seal.id} fue alterado`) }
    }
    signed ||= seal.key_id !== null
    if (signed && !isSigned(seal, keys)) {
      return { seals: verified, keys: known, broken: ofNoEvent(`el sello ${seal.id} no está firmado por su llave`) }
    }
    previous = seal.hash
    verified += 1
  }
  return { seals: verified, keys: known, broken: null }
}

const ofNoEvent = (reason: string): Verified['broken'] => ({ recordId: null, seq: null, reason })

function isSigned({ hash, key_id: id, signature }: Seal, keys: ReadonlyMap<string, KeyOnRecord>): boolean {
  const key = id === null ? undefined : keys.get(id)
  return key !== undefined && signature !== null && isSignedBy(key.publicKey, sealMessage(hash), signature)
}
