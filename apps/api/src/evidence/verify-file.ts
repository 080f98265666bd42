import { VerifyFileInput, VerifyFileView } from '@portal/contracts'
import { fileStanding, type RoundStatus, type VersionStatus } from '@portal/domain'
import type { StoredReceipt } from '../acts/event-fault.ts'
import { SYSTEM_SIGHT } from '../acts/sight.ts'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { publicProcedure } from '../trpc.ts'
import { certifiedBy, isIntact } from './intact-receipt.ts'

type Row = StoredReceipt & {
  record_id: string
  seq: number
  organisation: string
  version: { status: VersionStatus; statusSince: string }
  round: { status: RoundStatus; statusSince: string }
}

/**
 * The receipt names the file by its hash; the way over the uploads only finds it without reading every receipt. Opening a
 * round is the act that certifies files.
 */
const FIND: Statement = {
  name: 'evidence_receipts_of_file',
  text: `
    SELECT r.folio, r.organisation_id, r.record_id, r.seq, r.at, r.body, r.hash,
      coalesce(o.name, r.organisation_id) AS organisation,
      jsonb_build_object('status', v.status, 'statusSince', v.status_since) AS version,
      jsonb_build_object('status', round.status, 'statusSince', round.status_since) AS round
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

/** Which receipts certify a file, for anybody who holds the file: what proves the act, not the receipt's own address. */
export const verifyFile = publicProcedure
  .input(VerifyFileInput)
  .output(VerifyFileView)
  .query(async ({ ctx: { deps }, input }) => {
    const reader = readerOn(deps.pool, SYSTEM_SIGHT)
    const rows = await reader.rows<Row>(FIND, [input.sha256])
    return await Promise.all(
      rows.map(async (row) => {
        const { act, subject, illustrative } = certifiedBy(row.body)
        const { folio, organisation, at } = row
        const intact = await isIntact(reader, row)
        return { ...fileStanding(row), intact, folio, act, organisation, subject, at, illustrative }
      }),
    )
  })
