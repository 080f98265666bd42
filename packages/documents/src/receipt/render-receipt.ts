import { renderTemplate } from '../typst/compiler.ts'
import type { PdfStandard } from '../typst/compiler.ts'
import { printable } from '../typst/printable.ts'
import { centralTime } from '../central-time.ts'
import { qrSvg } from './qr-code.ts'
import type { ReceiptData, ReceiptLine } from './receipt-data.ts'

/** Hexadecimal SHA-256: fits its column in one line, so that it can be read and copied whole. */
const HASH_LENGTH = 64

/**
 * The acuse de recibo of a formal act as a PDF that the compiler holds to PDF/A-2a: whole in itself, tagged, and the same
 * bytes for the same receipt whenever it is made, so that its own SHA-256 can be recorded. PDF/UA-1 holds as well.
 */
export async function renderReceipt(receipt: ReceiptData, standard: PdfStandard = 'a-2a'): Promise<Uint8Array> {
  const at = Temporal.Instant.from(receipt.at)
  return renderTemplate('receipt.typ', printed(receipt, at), at, standard)
}

function printed(receipt: ReceiptData, at: Temporal.Instant) {
  return {
    folio: printable(receipt.folio),
    act: printable(receipt.act),
    title: printable(receipt.subject.title),
    at: centralTime(at),
    instant: at.toString({ smallestUnit: 'second' }),
    actor: [
      ['Organización', receipt.organisation],
      ['Persona', receipt.person],
      ['Cargo en el portal', receipt.role],
    ].map((pair) => pair.map((text) => printable(text))),
    subject: receipt.subject.lines.map(({ label, value }: ReceiptLine) =>
      [label, value].map((text) => printable(text)),
    ),
    files: receipt.files.map(({ name, bytes, sha256 }) => ({
      name: printable(name),
      size: `${bytes.toLocaleString('en-US')} bytes`,
      sha256: printable(sha256, HASH_LENGTH),
    })),
    contentHash: printable(receipt.contentHash, HASH_LENGTH),
    chainPlace: `Acto ${receipt.chain.seq} del registro`,
    chainHash: printable(receipt.chain.hash, HASH_LENGTH),
    code: printable(receipt.verification.code),
    url: webAddress(receipt.verification.url),
    urlShown: printable(receipt.verification.url, HASH_LENGTH),
    qr: qrSvg(receipt.verification.url),
    illustrative: receipt.illustrative,
  }
}

/** Only a web address becomes a link: a receipt must not carry an action of any other kind. */
function webAddress(url: string): string {
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error(`Not a web address: ${url}`)
  return href
}
