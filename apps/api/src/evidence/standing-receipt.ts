import { receiptStanding, type RoundStatus, type StandingSince, type VersionStatus } from '@portal/domain'
import type { StoredReceipt } from '../acts/event-fault.ts'
import type { Reader, Statement } from '../acts/transaction.ts'
import { iso } from '../specifications/exports.ts'
import { certifiedBy, isIntact } from './intact-receipt.ts'
import type { Certified } from './said.ts'

type Row = StoredReceipt & {
  record_id: string
  seq: number
  organisation: string
  version: { status: VersionStatus; statusSince: string } | null
  round: { status: RoundStatus; statusSince: string } | null
  withdrawn_at: string | null
  refused_at: string | null
  extended_again_at: string | null
  /** The code and the folio of the receipt that counts in its place. */
  next: { code: string; folio: string } | null
}

/** The instant of the first later act of that kind on the same record. */
const laterAct = (verb: string, condition = 'true') => `(
  SELECT ${iso('later.at')} FROM audit_event AS later
  WHERE later.record_id = r.record_id AND later.seq > r.seq AND later.verb = '${verb}' AND ${condition}
  ORDER BY later.seq LIMIT 1)`

/** A receipt of an answer is replaced by that of its last sending, one of an extension by that of the last extension. */
const find = (by: 'code' | 'folio'): Statement => ({
  name: `evidence_receipt_by_${by}`,
  text: `
    SELECT r.folio, r.organisation_id, r.record_id, r.seq, r.at, r.body, r.hash,
      coalesce(o.name, r.organisation_id) AS organisation,
      CASE WHEN v.id IS NOT NULL THEN json_build_object('status', v.status, 'statusSince', ${iso('v.status_since')}) END AS version,
      CASE WHEN round.id IS NOT NULL THEN json_build_object('status', round.status, 'statusSince', ${iso('round.status_since')}) END
        AS round,
      ${laterAct('responses.withdrawToCorrect')} AS withdrawn_at,
      ${laterAct('rounds.judgeLate', 'answer.late_admitted = false')} AS refused_at,
      ${laterAct('rounds.extend', `e.verb = 'rounds.extend'`)} AS extended_again_at,
      (SELECT json_build_object('code', next.code, 'folio', next.folio)
        FROM receipt AS next JOIN audit_event AS act ON act.record_id = next.record_id AND act.seq = next.seq
        WHERE next.record_id = r.record_id AND next.seq > r.seq
          AND (next.folio = answer.folio OR (e.verb = 'rounds.extend' AND act.verb = 'rounds.extend'))
        ORDER BY next.seq DESC LIMIT 1) AS next
    FROM receipt AS r
    LEFT JOIN audit_event AS e ON e.record_id = r.record_id AND e.seq = r.seq
    LEFT JOIN organisation AS o ON o.id = r.organisation_id
    LEFT JOIN round_response AS answer ON answer.id = r.record_id
    LEFT JOIN review_round AS round ON round.id = coalesce(answer.round_id, r.record_id)
    LEFT JOIN specification_version AS v ON v.id = coalesce(round.version_id, r.record_id)
    WHERE r.${by} = $1`,
})
const FIND = { code: find('code'), folio: find('folio') } as const

export type StandingReceipt = StandingSince & {
  intact: boolean
  folio: string
  organisation: string
  at: string
  /** SHA-256 of what it certifies, in hex. */
  hash: string
  certified: Certified
  next: { code: string; folio: string } | null
}

/** A receipt by the code or the folio that it bears, whether its evidence holds, and what it counts for today. */
export async function standingReceipt(
  reader: Reader,
  by: 'code' | 'folio',
  value: string,
): Promise<StandingReceipt | null> {
  const row = await reader.one<Row>(FIND[by], [value])
  if (!row) return null
  const standing = receiptStanding({
    version: row.version,
    round: row.round,
    withdrawnAt: row.withdrawn_at,
    sentAgain: row.next !== null,
    refusedAt: row.refused_at,
    extendedAgainAt: row.extended_again_at,
  })
  return {
    ...standing,
    intact: await isIntact(reader, row),
    folio: row.folio,
    organisation: row.organisation,
    at: row.at,
    hash: row.hash.toString('hex'),
    certified: certifiedBy(row.body),
    next: row.next,
  }
}
