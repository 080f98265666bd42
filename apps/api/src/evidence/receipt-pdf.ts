import { renderReceipt } from '@portal/documents'
import { roleName } from '@portal/domain'
import { saidInReceipt } from './said.ts'

/** A receipt as it stands in the database; hashes in hex. */
type Receipt = {
  folio: string
  code: string
  at: string
  body: string
  hash: string
  chainHash: string
  organisation: string
}

/** The acuse on paper: made from what was certified, the same bytes each time. */
export async function receiptPdf(receipt: Receipt, publicUrl: string): Promise<Uint8Array> {
  const { act, actor, subject, lines, files, illustrative } = saidInReceipt(receipt.body)
  return await renderReceipt({
    folio: receipt.folio,
    act,
    person: actor?.personName ?? 'El portal',
    role: actor?.personName === undefined ? '' : roleName(actor.role ?? ''),
    organisation: receipt.organisation,
    onBehalfOf: null,
    at: receipt.at,
    subject: { title: subject, lines },
    files,
    contentHash: receipt.hash,
    chainHash: receipt.chainHash,
    verification: { url: `${publicUrl}/verificar/${receipt.code}`, code: receipt.code },
    illustrative,
  })
}
