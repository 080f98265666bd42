import { centralTime } from '../central-time.ts'
import { renderTemplate } from '../typst/compiler.ts'
import { printable } from '../typst/printable.ts'

/** What an expediente holds, to be read. Text is in Spanish and ready to be shown. */
export type ExpedienteData = {
  recordId: string
  /** ISO 8601 instant. */
  exportedAt: string
  acts: readonly {
    /** In the time of central Mexico. */
    at: string
    /** Person, role and organisation, each on its line. */
    who: string
    act: string
    details: readonly { label: string; value: string }[]
    reason: string
    folio: string
    recordId: string
    /** "Ronda, acto 3". */
    place: string
  }[]
  /** Folios. */
  receipts: readonly string[]
  files: readonly { name: string; sha256: string }[]
}

const HASH_LENGTH = 64

/**
 * The index of an expediente as a PDF that the compiler holds to PDF/A-2a, tagged. Thousands of acts take seconds: call it
 * where nobody else waits.
 */
export function renderExpediente({ recordId, exportedAt, acts, receipts, files }: ExpedienteData): Uint8Array {
  const at = Temporal.Instant.from(exportedAt)
  const data = {
    record: printable(recordId, HASH_LENGTH),
    exported: centralTime(at),
    acts: acts.map((act) => ({
      at: printable(act.at),
      who: printable(act.who, 18),
      act: printable(act.act),
      details: act.details.map(({ label, value }) => [printable(label), printable(value)]),
      reason: printable(act.reason, 20),
      folio: printable(act.folio, 20),
      place: printable(act.place),
      record: printable(act.recordId, 18),
    })),
    receipts: receipts.map((folio) => printable(folio)),
    files: files.map(({ name, sha256 }) => ({ name: printable(name), sha256: printable(sha256, HASH_LENGTH) })),
  }
  return renderTemplate('expediente.typ', data, at, 'a-2a')
}
