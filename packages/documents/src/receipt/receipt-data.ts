export interface ReceiptData {
  /** As the record keeps it, "ACU/CHIS/2017/0003". */
  folio: string
  /** The act in the field's words: "Envío de observaciones", "Sin observaciones", "Apertura de ronda". */
  act: string
  /** "A por B" where A acted for B. */
  person: string
  role: string
  organisation: string
  /** ISO 8601 instant of the server; printed in the time of central Mexico. */
  at: string
  /** What the act was done on, with its facts: round, version, close date, number of observations … */
  subject: { title: string; lines: readonly ReceiptLine[] }
  files: readonly ReceiptFile[]
  /** SHA-256 of what was sent, in hexadecimal. */
  contentHash: string
  /** The head of the audit chain with this act: its place in it, from 1, and its hash in hexadecimal. */
  chain: { seq: number; hash: string }
  verification: { url: string; code: string }
  /** True in the demonstration: every page says so. */
  illustrative: boolean
}

export interface ReceiptLine {
  label: string
  value: string
}

export interface ReceiptFile {
  name: string
  bytes: number
  sha256: string
}
