import { canonical, type Json } from './canonical.ts'
import { eventHash, receiptHash } from './event-hash.ts'

/** An event as it is stored. */
export type StoredEvent = {
  record_id: string
  seq: number
  record_kind: string
  verb: string
  at: string
  person_id: string | null
  folio: string | null
  body: string
  hash: Buffer
}

export type StoredReceipt = {
  folio: string
  organisation_id: string
  at: string
  body: string
  hash: Buffer
}

/** What stands in front of an event in its chain. */
export type Link = { seq: number; hash: Buffer }

type Said = { [name: string]: Json | undefined }

/**
 * Why an event does not follow from the one before it, or its columns not from what it says; null when it holds.
 * The columns beside `body` are there for queries: what counts is the text under the hash.
 */
export function eventFault(event: StoredEvent, previous: Link): string | null {
  const expected = previous.seq + 1
  if (event.seq !== expected) return `se esperaba el acto ${expected} y está el ${event.seq}`
  if (!eventHash(previous.hash, event).equals(event.hash)) return 'el hash no corresponde al contenido'
  const said = parsed(event.body)
  if (said === null) return 'el contenido no es JSON'
  const column =
    (said['recordId'] !== event.record_id && 'record_id') ||
    (said['recordKind'] !== event.record_kind && 'record_kind') ||
    (said['verb'] !== event.verb && 'verb') ||
    (!sameInstant(said['at'], event.at) && 'at') ||
    (personOf(said) !== event.person_id && 'person_id') ||
    ((said['certified'] === undefined) !== (event.folio === null) && 'folio')
  return column ? `la columna ${column} no dice lo que dice el acto` : null
}

/** Why a receipt does not prove this event; null when it does, or when neither of them is formal. */
export function receiptFault(event: StoredEvent, receipt: StoredReceipt | null): string | null {
  if (event.folio === null) return receipt === null ? null : 'tiene un acuse sin ser un acto formal'
  if (receipt === null) return `falta el acuse ${event.folio}`
  if (receipt.folio !== event.folio) return `su acuse lleva el folio ${receipt.folio} y el acto ${event.folio}`
  if (!receiptHash(receipt).equals(receipt.hash)) return 'el hash del acuse no corresponde a su contenido'
  const said = parsed(event.body)
  const certified = said?.['certified']
  if (!said || !isObject(certified)) return 'el acto no dice qué certifica su acuse'
  if (canonical({ ...certified, at: said['at'], actor: said['actor'] }) !== receipt.body) {
    return 'el acuse no dice lo que dice el acto'
  }
  const column =
    (certified['organisationId'] !== receipt.organisation_id && 'organisation_id') ||
    (!sameInstant(said['at'], receipt.at) && 'at')
  return column ? `la columna ${column} del acuse no dice lo que dice el acto` : null
}

function parsed(body: string): Said | null {
  try {
    const value: Json = JSON.parse(body)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function isObject(value: Json | undefined): value is Said {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The product itself is nobody: its events have no person. */
function personOf(said: Said): Json {
  const actor = said['actor']
  return isObject(actor) ? (actor['personId'] ?? null) : null
}

function sameInstant(said: Json | undefined, stored: string): boolean {
  try {
    return (
      typeof said === 'string' && (said === stored || Temporal.Instant.from(said).equals(Temporal.Instant.from(stored)))
    )
  } catch {
    return false
  }
}
