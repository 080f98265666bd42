import { eventFault, type StoredEvent } from '../acts/event-fault.ts'
import { GENESIS } from '../acts/event-hash.ts'
import type { Reader, Statement } from '../acts/transaction.ts'

/** Up to where a chain is checked, and the hash that it must have there where that is known from elsewhere. */
export type ChainEnd = { record_id: string; seq: number; hash: Buffer | null }

export type ChainsChecked = {
  events: number
  /** The event checked last: of a single chain, its end. */
  last: StoredEvent | null
  broken: { record_id: string; seq: number; reason: string } | null
}

/** Chains in one statement, and events in one batch of its rows. */
const CHAINS = 500
const BATCH = 1000

const EVENTS: Statement = {
  name: 'evidence_chains',
  text: `
    SELECT e.record_id, e.seq, e.record_kind, e.verb, e.at, e.person_id, e.folio, e.body, e.hash
    FROM unnest($1::uuid[], $2::int[]) AS chain (record_id, last)
    JOIN audit_event AS e ON e.record_id = chain.record_id AND e.seq <= chain.last
    WHERE (e.record_id, e.seq) > ($3::uuid, $4::int)
    ORDER BY e.record_id, e.seq LIMIT ${BATCH}`,
}
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/** Recomputes the chains of some records from their beginning; the first event that does not hold is named. */
export async function checkChains(reader: Reader, ends: readonly ChainEnd[]): Promise<ChainsChecked> {
  let events = 0
  let last: StoredEvent | null = null
  for (let from = 0; from < ends.length; from += CHAINS) {
    // One statement after the other, so that memory stays flat however many chains there are.
    const checked = await checkSome(reader, ends.slice(from, from + CHAINS))
    events += checked.events
    last = checked.last
    if (checked.broken) return { events, last, broken: checked.broken }
  }
  return { events, last, broken: null }
}

async function checkSome(reader: Reader, ends: readonly ChainEnd[]): Promise<ChainsChecked> {
  const open = new Map(ends.map((end) => [end.record_id, end]))
  const ids = [...open.keys()]
  const seqs = ends.map((end) => end.seq)
  let events = 0
  let last: StoredEvent | null = null
  for (;;) {
    const rows: StoredEvent[] = await reader.rows(EVENTS, [ids, seqs, last?.record_id ?? BEFORE_ALL, last?.seq ?? 0])
    for (const row of rows) {
      const reason = faultOf(row, last, open.get(row.record_id))
      if (reason) return { events, last, broken: { record_id: row.record_id, seq: row.seq, reason } }
      if (open.get(row.record_id)?.seq === row.seq) open.delete(row.record_id)
      last = row
      events += 1
    }
    if (rows.length < BATCH) break
  }
  const [short] = open.values()
  if (!short) return { events, last, broken: null }
  return { events, last, broken: { ...short, reason: `no están todos sus actos hasta el ${short.seq}` } }
}

function faultOf(event: StoredEvent, last: StoredEvent | null, end: ChainEnd | undefined): string | null {
  const previous = last?.record_id === event.record_id ? last : { seq: 0, hash: GENESIS }
  const reason = eventFault(event, previous)
  if (reason || !end?.hash || end.seq !== event.seq) return reason
  return end.hash.equals(event.hash) ? null : 'la cadena no termina como dice su cabeza'
}
