import { GENESIS } from './event-hash.ts'
import { eventFault, receiptFault, type Link, type StoredEvent, type StoredReceipt } from './event-fault.ts'
import type { Reader, Statement } from './transaction.ts'
import type { Verified } from './verified.ts'

/** Enough to keep the database busy, few enough to keep memory flat at any size. */
const BATCH = 2000

/**
 * One plan over the whole log, read on as it is needed: a query per page would walk heads and receipts from their
 * beginning each time.
 */
const OPEN: Statement = {
  name: 'verify_open_events',
  text: `
    DECLARE verify_events NO SCROLL CURSOR FOR
    SELECT e.record_id, e.seq, e.record_kind, e.verb, e.at, e.person_id, e.folio, e.body, e.hash, e.id,
      c.record_kind AS chain_kind, c.seq AS head_seq, c.hash AS head_hash,
      r.folio AS receipt_folio, r.organisation_id AS receipt_organisation_id, r.at AS receipt_at,
      r.body AS receipt_body, r.hash AS receipt_hash
    FROM audit_event AS e
    LEFT JOIN audit_chain AS c ON c.record_id = e.record_id
    LEFT JOIN receipt AS r ON r.record_id = e.record_id AND r.seq = e.seq
    ORDER BY e.record_id, e.seq`,
}
const NEXT: Statement = { name: 'verify_next_events', text: `FETCH ${BATCH} FROM verify_events` }
const CLOSE: Statement = { name: 'verify_close_events', text: 'CLOSE verify_events' }
const EMPTY_CHAIN: Statement = {
  name: 'verify_empty_chain',
  text: `
    SELECT record_id, seq FROM audit_chain AS c
    WHERE NOT EXISTS (SELECT FROM audit_event AS e WHERE e.record_id = c.record_id) ORDER BY record_id LIMIT 1`,
}
const LOST_RECEIPT: Statement = {
  name: 'verify_lost_receipt',
  text: `
    SELECT record_id, seq, folio FROM receipt AS r
    WHERE NOT EXISTS (SELECT FROM audit_event AS e WHERE e.record_id = r.record_id AND e.seq = r.seq)
    ORDER BY folio LIMIT 1`,
}

type Row = StoredEvent & {
  id: number
  chain_kind: string | null
  head_seq: number | null
  head_hash: Buffer | null
  receipt_folio: string | null
  receipt_organisation_id: string
  receipt_at: string
  receipt_body: string
  receipt_hash: Buffer
}

type Place = Link & { recordId: string; id: number; head: Link | null }

/**
 * Walks all events in the order of their chains, and then looks for chains and receipts that have none.
 * @param reader of a transaction, in which the cursor lives
 */
export async function verifyEvents(
  reader: Reader,
  onProgress?: (events: number) => void,
): Promise<Omit<Verified, 'seals' | 'keys' | 'stamps'>> {
  const counts = { events: 0, chains: 0, receipts: 0 }
  let last: Place | null = null
  await reader.rows(OPEN, [])
  for (;;) {
    // One batch after the other: each goes on from the hash with which the one before ended.
    const rows = await reader.rows<Row>(NEXT, [])
    for (const row of rows) {
      if (last?.recordId !== row.record_id) {
        const broken = last && headFault(last)
        if (broken) return { ...counts, broken }
        counts.chains += 1
        last = null
      }
      const reason = rowFault(row, last)
      if (reason) return { ...counts, broken: { recordId: row.record_id, seq: row.seq, reason } }
      counts.events += 1
      if (row.receipt_folio !== null) counts.receipts += 1
      last = placeOf(row)
    }
    onProgress?.(counts.events)
    if (rows.length < BATCH) break
  }
  await reader.rows(CLOSE, [])
  return { ...counts, broken: (last && headFault(last)) ?? (await orphan(reader)) }
}

function rowFault(row: Row, last: Place | null): string | null {
  return (
    eventFault(row, last ?? { seq: 0, hash: GENESIS }) ??
    (row.head_seq === null ? 'no existe la cabeza de su cadena' : null) ??
    (row.chain_kind === row.record_kind ? null : 'la cabeza de su cadena es de otra clase de registro') ??
    (last !== null && row.id <= last.id ? 'su lugar en la bitácora es anterior al del acto que lo precede' : null) ??
    receiptFault(row, receiptOf(row))
  )
}

function receiptOf(row: Row): StoredReceipt | null {
  if (row.receipt_folio === null) return null
  return {
    folio: row.receipt_folio,
    organisation_id: row.receipt_organisation_id,
    at: row.receipt_at,
    body: row.receipt_body,
    hash: row.receipt_hash,
  }
}

function placeOf(row: Row): Place {
  const head = row.head_seq !== null && row.head_hash !== null ? { seq: row.head_seq, hash: row.head_hash } : null
  return { recordId: row.record_id, seq: row.seq, hash: row.hash, id: row.id, head }
}

/** The head says where the chain ends: without its last events it would end elsewhere. */
function headFault(last: Place): Verified['broken'] {
  if (last.head !== null && last.head.seq === last.seq && last.head.hash.equals(last.hash)) return null
  return {
    recordId: last.recordId,
    seq: last.seq,
    reason: `la cadena termina en el acto ${last.seq} y su cabeza dice ${last.head?.seq ?? 'nada'}`,
  }
}

async function orphan(reader: Reader): Promise<Verified['broken']> {
  const chain = await reader.one<{ record_id: string; seq: number }>(EMPTY_CHAIN, [])
  if (chain) return { recordId: chain.record_id, seq: chain.seq, reason: 'faltan todos los actos de la cadena' }
  const receipt = await reader.one<{ record_id: string; seq: number; folio: string }>(LOST_RECEIPT, [])
  if (!receipt) return null
  return { recordId: receipt.record_id, seq: receipt.seq, reason: `el acuse ${receipt.folio} no tiene acto` }
}
