import { createHash } from 'node:crypto'
import type { Deps } from '../deps.ts'
import { canonical } from './canonical.ts'
import { GENESIS } from './event-hash.ts'
import { sealMessage } from './seal-key.ts'
import { stampLatestSeal } from './stamp-seal.ts'
import { inTransaction, type Statement } from './transaction.ts'

export type SealedHead = { record_id: string; seq: number; hash: Buffer }

const HOUR_MS = 60 * 60 * 1000

/** One seal at a time over all instances: each follows from the one before. */
const LOCK: Statement = {
  name: 'seal_lock',
  text: `SELECT pg_advisory_xact_lock(hashtext('audit_seal'))`,
}
const LAST: Statement = {
  name: 'seal_last',
  text: 'SELECT hash FROM audit_seal ORDER BY id DESC LIMIT 1',
}
const GROWN: Statement = {
  name: 'seal_grown',
  text: `
    SELECT c.record_id, c.seq, c.hash
    FROM audit_chain AS c
    LEFT JOIN (SELECT record_id, max(seq) AS seq FROM audit_seal_head GROUP BY record_id) AS sealed USING (record_id)
    WHERE c.seq > coalesce(sealed.seq, 0)
    ORDER BY c.record_id`,
}
const SEAL: Statement = {
  name: 'seal_insert',
  text: `
    WITH seal AS (
      INSERT INTO audit_seal (at, chains, hash, key_id, signature) VALUES ($1, $2, $3, $7, $8) RETURNING id
    )
    INSERT INTO audit_seal_head (seal_id, record_id, seq, hash)
    SELECT seal.id, head.* FROM seal, unnest($4::uuid[], $5::int[], $6::bytea[]) AS head`,
}

/** The hash of a seal: of the last seal, of the heads in the order of their record, and of its instant. */
export function sealHash(previous: Buffer | null, heads: readonly SealedHead[], at: string): Buffer {
  return createHash('sha256')
    .update(previous ?? GENESIS)
    .update(canonical(heads.map(({ record_id, seq, hash }) => [record_id, seq, hash.toString('hex')])), 'utf8')
    .update(at, 'utf8')
    .digest()
}

/** Fingerprints the heads of all chains that grew since the last seal, and signs that. @returns how many; 0 leaves no seal. */
export async function sealHeads(deps: Pick<Deps, 'pool' | 'clock' | 'sealKey'>): Promise<number> {
  return await inTransaction(deps.pool, async (reader) => {
    await reader.rows(LOCK, [])
    const heads = await reader.rows<SealedHead>(GROWN, [])
    if (heads.length === 0) return 0
    const last = await reader.one<{ hash: Buffer }>(LAST, [])
    const at = deps.clock.now()
    const hash = sealHash(last?.hash ?? null, heads, at)
    await reader.rows(SEAL, [
      at,
      heads.length,
      hash,
      heads.map((head) => head.record_id),
      heads.map((head) => head.seq),
      heads.map((head) => head.hash),
      deps.sealKey.id,
      deps.sealKey.sign(sealMessage(hash)),
    ])
    return heads.length
  })
}

/**
 * Seals now and every hour of real time, on every instance: one that finds nothing new leaves no seal. Each is then
 * stamped by the authority outside, where there is one; one that did not answer is asked again an hour later.
 * @returns stops it and seals what grew until now; call it while the database still runs
 */
export function startSealTicker(
  deps: Pick<Deps, 'pool' | 'clock' | 'log' | 'sealKey' | 'timeStamps'>,
): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  const seal = () => {
    running = running
      .then(() => sealHeads(deps))
      .then(
        (chains) => deps.log.debug({ chains }, 'sealed the audit log'),
        (error: unknown) => deps.log.error({ err: error }, 'the audit log could not be sealed'),
      )
    return running
  }
  // Apart from the sealing: an authority that does not answer keeps nobody waiting, at the end least of all.
  const sealAndStamp = () =>
    seal()
      .then(() => stampLatestSeal(deps))
      .catch((error: unknown) => deps.log.error({ err: error }, 'the latest seal has no time stamp yet'))
  void sealAndStamp()
  const timer = setInterval(() => void sealAndStamp(), HOUR_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await seal()
  }
}
