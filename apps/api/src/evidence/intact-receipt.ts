import { receiptFault, type StoredReceipt } from '../acts/event-fault.ts'
import type { Reader } from '../acts/transaction.ts'
import { checkChains } from './check-chains.ts'
import type { Certified } from './said.ts'

/** A receipt with its place in the chain of its record. */
type PlacedReceipt = StoredReceipt & { record_id: string; seq: number }

/** The receipt says what its event says, and the chain holds up to there. */
export async function isIntact(reader: Reader, receipt: PlacedReceipt): Promise<boolean> {
  const { last, broken } = await checkChains(reader, [{ record_id: receipt.record_id, seq: receipt.seq, hash: null }])
  return broken === null && last !== null && receiptFault(last, receipt) === null
}

const NOTHING: Certified = { act: '', subject: '', lines: [], files: [], illustrative: false }

/** What an altered receipt says is shown as far as it can be read. */
export function certifiedBy(body: string): Certified {
  try {
    return { ...NOTHING, ...(JSON.parse(body) as Partial<Certified>) }
  } catch {
    return NOTHING
  }
}
