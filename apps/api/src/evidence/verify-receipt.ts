import { VerifyInput, VerifyView } from '@portal/contracts'
import { SYSTEM_SIGHT } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import { throttledProcedure } from '../trpc.ts'
import { standingReceipt, type StandingReceipt } from './standing-receipt.ts'

/** Whether a receipt is genuine, for anybody who holds its code: what proves the act, nothing of its content. */
export const verifyReceipt = throttledProcedure
  .input(VerifyInput)
  .output(VerifyView)
  .query(async ({ ctx: { deps }, input }) => {
    const receipt = await standingReceipt(readerOn(deps.pool, SYSTEM_SIGHT), 'code', input.code)
    if (!receipt) return { result: 'unknown' as const }
    const { folio, organisation, at, hash, since, next } = receipt
    const { act, subject, files, illustrative } = receipt.certified
    return {
      result: resultOf(receipt),
      folio,
      act,
      organisation,
      subject,
      at,
      hash,
      files,
      illustrative,
      since,
      supersededBy: next?.code ?? null,
    }
  })

function resultOf({ intact, standing }: StandingReceipt) {
  if (!intact) return 'altered'
  return standing === 'in_force' ? 'genuine' : standing
}
