import { renderReceipt } from '@portal/documents'
import { actingName, roleName } from '@portal/domain'
import type { Deps } from '../deps.ts'
import { noteIssuedFile } from './issued-files.ts'
import { saidInReceipt } from './said.ts'

/** A receipt as it stands in the database; hashes in hex. */
type Receipt = {
  folio: string
  code: string
  at: string
  body: string
  hash: string
  /** Its place in the chain of its record, from 1. */
  seq: number
  chainHash: string
  organisation: string
}

/** The acuse on paper: made from what was certified, the same bytes each time, and known again by them. */
export async function receiptPdf(deps: Deps, receipt: Receipt): Promise<Uint8Array> {
  const { act, actor, subject, lines, files, illustrative } = saidInReceipt(receipt.body)
  const name = actor?.personName
  const pdf = await renderReceipt({
    folio: receipt.folio,
    act,
    person: name === undefined ? 'El portal' : actingName({ name, onBehalfOf: actor?.onBehalfOf?.personName }),
    role: name === undefined ? '' : roleName(actor?.role ?? ''),
    organisation: receipt.organisation,
    at: receipt.at,
    subject: { title: subject, lines },
    files,
    contentHash: receipt.hash,
    chain: { seq: receipt.seq, hash: receipt.chainHash },
    verification: { url: `${deps.publicUrl}/verificar/${receipt.code}`, code: receipt.code },
    illustrative,
  })
  await noteIssuedFile(deps, pdf, { folio: receipt.folio })
  return pdf
}
