import type { VerifyFileView } from '@portal/contracts'
import { fileStanding, type RoundStatus, type VersionStatus } from '@portal/domain'
import type { StoredReceipt } from '../acts/event-fault.ts'
import type { Reader, Statement } from '../acts/transaction.ts'
import { iso } from '../specifications/exports.ts'
import { certifiedBy, isIntact } from './intact-receipt.ts'

type Row = StoredReceipt & {
  record_id: string
  seq: number
  organisation: string
  version: { status: VersionStatus; statusSince: string }
  round: { status: RoundStatus; statusSince: string }
  superseded_by: string | null
}

/**
 * The receipt names the file by its hash; the way over the uploads only finds it without reading every receipt. Opening a
 * round is the act that certifies files; that of a later version, or its approval, is what supersedes them.
 */
const FIND: Statement = {
  name: 'evidence_receipts_of_file',
  text: `
    SELECT r.folio, r.organisation_id, r.record_id, r.seq, r.at, r.body, r.hash,
      coalesce(o.name, r.organisation_id) AS organisation,
      json_build_object('status', v.status, 'statusSince', ${iso('v.status_since')}) AS version,
      json_build_object('status', round.status, 'statusSince', ${iso('round.status_since')}) AS round,
      (SELECT next.folio
        FROM specification_version AS w
        LEFT JOIN review_round AS n ON n.version_id = w.id
        JOIN receipt AS next ON next.record_id IN (w.id, n.id)
        JOIN audit_event AS act ON act.record_id = next.record_id AND act.seq = next.seq
          AND act.verb IN ('rounds.open', 'specifications.recordResolution')
        WHERE v.status = 'superseded' AND w.specification_id = v.specification_id AND w.number > v.number
          AND w.status <> 'withdrawn'
        ORDER BY w.number DESC, next.at DESC LIMIT 1) AS superseded_by
    FROM specification_version AS v
    JOIN review_round AS round ON round.version_id = v.id
    JOIN receipt AS r ON r.record_id = round.id
    LEFT JOIN organisation AS o ON o.id = r.organisation_id
    WHERE v.id IN (
      SELECT version.id FROM upload AS u JOIN specification_version AS version ON version.source_id = u.id WHERE u.sha256 = $1
      UNION
      SELECT artwork.version_id FROM upload AS u JOIN artwork ON artwork.upload_id = u.id WHERE u.sha256 = $1
    ) AND strpos(r.body, '"sha256":"' || $1 || '"') > 0
    ORDER BY r.at DESC, r.folio
    LIMIT 20`,
}

/** The receipts that certify a file, the latest first, and what the file counts for today. */
export async function certifiedFiles(reader: Reader, sha256: string): Promise<VerifyFileView> {
  const rows = await reader.rows<Row>(FIND, [sha256])
  return await Promise.all(
    rows.map(async (row) => {
      const { act, subject, illustrative } = certifiedBy(row.body)
      const { folio, organisation, at, superseded_by: supersededBy } = row
      const intact = await isIntact(reader, row)
      const what = 'certified' as const
      return { what, ...fileStanding(row), intact, folio, act, organisation, subject, at, illustrative, supersededBy }
    }),
  )
}
