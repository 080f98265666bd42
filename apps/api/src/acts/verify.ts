import type { Pool } from 'pg'
import { inTransaction, type Statement } from './transaction.ts'
import type { Verified } from './verified.ts'
import { verifyEvents } from './verify-events.ts'
import { verifyFolios } from './verify-folios.ts'
import { verifySeals } from './verify-seals.ts'

/** One state of the database for the whole verification, while acts go on. */
export const ONE_SNAPSHOT: Statement = {
  name: 'verify_snapshot',
  text: 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY',
}

/**
 * Recomputes all evidence from what is stored: every event's hash and columns, every chain's head, every receipt, the
 * folios' gaplessness, every seal. Stops at the first thing that is broken.
 * @param onProgress told of the number of events verified so far, every few thousand
 */
export async function verifyAll(pool: Pool, onProgress?: (events: number) => void): Promise<Verified> {
  return await inTransaction(pool, async (reader) => {
    await reader.rows(ONE_SNAPSHOT, [])
    const counts = await verifyEvents(reader, onProgress)
    if (counts.broken) return { ...counts, seals: 0, keys: [] }
    const folios = await verifyFolios(reader)
    if (folios) return { ...counts, seals: 0, keys: [], broken: folios }
    return { ...counts, ...(await verifySeals(reader)) }
  })
}
