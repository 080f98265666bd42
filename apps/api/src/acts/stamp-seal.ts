import type { Deps } from '../deps.ts'
import { sealMessage } from './seal-key.ts'
import { readerOn, type Statement } from './transaction.ts'

/** Only the latest: it fingerprints the one before it, and so dates all of them. */
const LATEST: Statement = {
  name: 'stamp_latest',
  text: `
    SELECT s.id, s.hash FROM audit_seal AS s
    WHERE s.id = (SELECT max(id) FROM audit_seal) AND NOT EXISTS (SELECT FROM audit_stamp WHERE seal_id = s.id)`,
}
const KEEP: Statement = {
  name: 'stamp_keep',
  text: 'INSERT INTO audit_stamp (seal_id, at, token) VALUES ($1, $2, $3) ON CONFLICT (seal_id) DO NOTHING',
}

/** Has an authority outside say when the latest seal existed. @returns whether there was one without a stamp */
export async function stampLatestSeal({ pool, timeStamps }: Pick<Deps, 'pool' | 'timeStamps'>): Promise<boolean> {
  if (timeStamps === null) return false
  const reader = readerOn(pool)
  const latest = await reader.one<{ id: number; hash: Buffer }>(LATEST, [])
  if (!latest) return false
  // No transaction is open while the authority thinks. Two instances may both ask: the first answer stays.
  const { token, stamp } = await timeStamps.stamp(sealMessage(latest.hash))
  await reader.rows(KEEP, [latest.id, stamp.at, token])
  return true
}
