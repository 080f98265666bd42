import type { Pool } from 'pg'
import type { Certificate } from 'pkijs'
import { inTransaction, type Statement } from './transaction.ts'
import type { Verified } from './verified.ts'
import { verifyEvents } from './verify-events.ts'
import { verifyFolios } from './verify-folios.ts'
import { verifySeals } from './verify-seals.ts'
import { verifyStamps } from './verify-stamps.ts'

/** One state of the database for the whole verification, while acts go on. */
export const ONE_SNAPSHOT: Statement = {
  name: 'verify_snapshot',
  text: 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY',
}

const NOTHING_MORE = { seals: 0, keys: [], stamps: [] } as const

/**
 * Recomputes all evidence from what is stored: every event's hash and columns, every chain's head, every receipt, the
 * folios' gaplessness, every seal, every stamp on one. Stops at the first thing that is broken.
 * @param roots of stamp authorities, to which the stamps must lead; null: they are compared with none
 * @param onProgress told of the number of events verified so far, every few thousand
 */
export async function verifyAll(
  pool: Pool,
  { roots = null, onProgress }: { roots?: readonly Certificate[] | null; onProgress?: (events: number) => void } = {},
): Promise<Verified> {
  return await inTransaction(pool, async (reader) => {
    await reader.rows(ONE_SNAPSHOT, [])
    const counts = await verifyEvents(reader, onProgress)
    if (counts.broken) return { ...counts, ...NOTHING_MORE }
    const folios = await verifyFolios(reader)
    if (folios) return { ...counts, ...NOTHING_MORE, broken: folios }
    const seals = await verifySeals(reader)
    return { ...counts, ...seals, ...(seals.broken ? { stamps: [] } : await verifyStamps(reader, roots)) }
  })
}
