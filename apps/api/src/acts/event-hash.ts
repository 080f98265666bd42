import { createHash } from 'node:crypto'

/** What the first event of a chain follows. */
export const GENESIS = Buffer.alloc(32)

/** The hash of an event, byte for byte as `append_event` computes it in the database. */
export function eventHash(previous: Buffer, event: { seq: number; folio: string | null; body: string }): Buffer {
  const seq = Buffer.alloc(4)
  seq.writeInt32BE(event.seq)
  return createHash('sha256')
    .update(previous)
    .update(seq)
    .update(`${event.folio ?? ''}\n${event.body}`, 'utf8')
    .digest()
}

/** The hash of a receipt, byte for byte as `append_event` computes it in the database. */
export const receiptHash = (receipt: { folio: string; body: string }): Buffer =>
  createHash('sha256').update(`${receipt.folio}\n${receipt.body}`, 'utf8').digest()
