import { VerifyInput, VerifyView } from '@portal/contracts'
import type { StoredReceipt } from '../acts/event-fault.ts'
import { SYSTEM_SIGHT } from '../acts/sight.ts'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { publicProcedure } from '../trpc.ts'
import { certifiedBy, isIntact } from './intact-receipt.ts'

type Row = StoredReceipt & {
  record_id: string
  seq: number
  organisation: string
  /** Of an OPL's answer: withdrawn to correct it, and perhaps sent again. */
  replaced: boolean
  replaced_by: string | null
}

const FIND: Statement = {
  name: 'evidence_receipt',
  text: `
    SELECT r.folio, r.organisation_id, r.record_id, r.seq, r.at, r.body, r.hash,
      coalesce(o.name, r.organisation_id) AS organisation,
      answer.id IS NOT NULL AND answer.folio IS DISTINCT FROM r.folio AS replaced,
      (SELECT later.code FROM receipt AS later
       WHERE later.record_id = answer.id AND later.folio = answer.folio AND later.seq > r.seq) AS replaced_by
    FROM receipt AS r
    LEFT JOIN organisation AS o ON o.id = r.organisation_id
    LEFT JOIN round_response AS answer ON answer.id = r.record_id
    WHERE r.code = $1`,
}

/** Whether a receipt is genuine, for anybody who holds its code: what proves the act, nothing of its content. */
export const verifyReceipt = publicProcedure
  .input(VerifyInput)
  .output(VerifyView)
  .query(async ({ ctx: { deps }, input }) => {
    const reader = readerOn(deps.pool, SYSTEM_SIGHT)
    const receipt = await reader.one<Row>(FIND, [input.code])
    if (!receipt) return { result: 'unknown' as const }
    const intact = await isIntact(reader, receipt)
    const { act, subject, files, illustrative } = certifiedBy(receipt.body)
    return {
      result: intact ? (receipt.replaced ? ('superseded' as const) : ('genuine' as const)) : ('altered' as const),
      folio: receipt.folio,
      act,
      organisation: receipt.organisation,
      subject,
      at: receipt.at,
      hash: receipt.hash.toString('hex'),
      files,
      illustrative,
      supersededBy: receipt.replaced_by,
    }
  })
