import type { Deps } from '../deps.ts'
import { introductionMessage, type SealKey } from './seal-key.ts'
import { inTransaction, type Statement } from './transaction.ts'

const LOCK: Statement = { name: 'seal_key_lock', text: `SELECT pg_advisory_xact_lock(hashtext('audit_seal'))` }
const LAST: Statement = {
  name: 'seal_key_last',
  text: 'SELECT id, position FROM seal_key ORDER BY position DESC LIMIT 1',
}
const ENTER: Statement = {
  name: 'seal_key_enter',
  text: `
    INSERT INTO seal_key (id, public_key, position, since, introduced_by, signature)
    VALUES ($1, $2, $3, $4, $5, $6)`,
}

/** The key before the present one: at hand, or said to be lost by whoever answers for it. */
export type PreviousKey = SealKey | 'lost' | null

/** The key that signs is not the one on record, and nobody who has that one vouches for it. */
export class UnknownSealKey extends Error {
  override readonly name = 'UnknownSealKey'
}

/**
 * Puts the key that signs from now on record. Another key than the one on record is signed by that one: whoever only
 * has the database can't bring in a key of their own unseen. Safe to repeat, and on several instances at once.
 * @throws UnknownSealKey
 */
export async function enterSealKey(
  deps: Pick<Deps, 'pool' | 'clock' | 'sealKey'>,
  previous: PreviousKey,
): Promise<void> {
  const { id, publicKey } = deps.sealKey
  await inTransaction(deps.pool, async (reader) => {
    await reader.rows(LOCK, [])
    const last = await reader.one<{ id: string; position: number }>(LAST, [])
    if (last?.id === id) return
    const since = deps.clock.now()
    const vouching = previous === 'lost' || previous === null ? null : previous
    if (last && previous !== 'lost' && vouching?.id !== last.id) throw new UnknownSealKey(last.id)
    // The first one, and one after a key that was lost, answers for itself: at least its date is then its own.
    const introducer = (last && vouching) ?? null
    const signature = (introducer ?? deps.sealKey).sign(introductionMessage(id, since))
    await reader.rows(ENTER, [id, publicKey, (last?.position ?? 0) + 1, since, introducer?.id ?? null, signature])
  })
}
