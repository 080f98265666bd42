import { createHash, randomBytes } from 'node:crypto'
import type { ActDone, LiveEvent } from '@portal/contracts'
import type { Actor } from '@portal/domain'
import { Refused } from '../refused.ts'
import { canonical, type Json } from './canonical.ts'
import { SYSTEM_SIGHT, sightOf } from './sight.ts'
import { inTransaction, readerOn, type Reader, type Statement } from './transaction.ts'
import type { Deps } from '../deps.ts'

/** What the receipt of a formal act certifies, beside folio, instant and person, which the road adds. */
export type Certified = {
  /** Whose numbering the folio takes: the organisation that acts. */
  organisationId: string
  /** The act in the field's words, as the receipt's heading prints it: "Envío de observaciones". */
  act: string
  /** What it was done on, in words. */
  subject: string
  lines: readonly { label: string; value: string }[]
  files: readonly { name: string; bytes: number; sha256: string }[]
  illustrative: boolean
}

/** One event of the audit log: one act on one record. */
export type Recorded = {
  recordKind: LiveEvent['recordKind']
  recordId: string
  /** `<slice>.<verb>`, for instance `rounds.open`. */
  verb: string
  reason?: string
  details: { readonly [name: string]: Json | undefined }
  certified?: Certified
  roundId: string | null
  versionId: string | null
  /** Organisations that hear of it at once; null: everybody signed in. Content never travels with it. */
  audience: readonly string[] | null
}

export type Act = Reader & {
  /** The instant of the act, fixed when it is first read. Read it after the locks are held: it decides what is late. */
  now: () => string
  /** Appends the event; of a formal act it also gives the folio and the receipt's code. Call it last. */
  record: (event: Recorded) => Promise<{ folio: string | null; code: string | null }>
}

const FIND_KEY: Statement = {
  name: 'command_key_find',
  text: 'SELECT fingerprint, answer FROM command_key WHERE person_id = $1 AND key = $2',
}
const KEEP_KEY: Statement = {
  name: 'command_key_keep',
  text: 'INSERT INTO command_key (person_id, key, fingerprint, answer, at) VALUES ($1, $2, $3, $4, $5)',
}
const APPEND: Statement = {
  name: 'append_event',
  text: 'SELECT event_id, seq, folio FROM append_event($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
}

/** Folios of receipts ("acuses"). */
const RECEIPT_KIND = 'ACU'
const UNIQUE_VIOLATION = '23505'

/**
 * The one road of every change: in one transaction the guarded writes of `run`, its events, its folio and receipt and
 * the key that makes a repetition harmless; after the commit, subscribers are told. Refusals leave nothing behind.
 */
export async function act(
  deps: Deps,
  actor: Actor,
  procedure: string,
  input: { key: string },
  run: (act: Act) => Promise<Pick<ActDone, 'recordId' | 'recordVersion'> & Partial<ActDone>>,
): Promise<ActDone> {
  const personId = actor.kind === 'system' ? 'system' : actor.personId
  const fingerprint = createHash('sha256').update(procedure).update(canonical(input)).digest()
  const told: { event: LiveEvent; audience: readonly string[] | null }[] = []

  const answered = async (reader: Reader): Promise<ActDone | null> => {
    const before = await reader.one<{ fingerprint: Buffer; answer: ActDone }>(FIND_KEY, [personId, input.key])
    if (!before) return null
    if (!fingerprint.equals(before.fingerprint)) throw new Refused({ code: 'KEY_REUSED' })
    return before.answer
  }

  try {
    const answer = await inTransaction(
      deps.pool,
      async (reader) => {
        const before = await answered(reader)
        if (before) return before
        const now = readOnce(deps.clock.now)
        const done = await run({ ...reader, now, record: recorder(reader, now, actor, told) })
        const given = { folio: null, code: null, ...done }
        await reader.rows(KEEP_KEY, [personId, input.key, fingerprint, given, now()])
        return given
      },
      actor.kind === 'system' ? SYSTEM_SIGHT : sightOf(actor),
    )
    for (const { event, audience } of told) deps.live.tell(event, audience)
    return answer
  } catch (error) {
    // The same request twice at once: the second waited for the first, and was refused what the first had just done
    // (somebody changed the record, the key is taken). It answers as the first did.
    if (!(error instanceof Refused) && !isUniqueViolation(error)) throw error
    const before = await answered(readerOn(deps.pool))
    if (before) return before
    throw error
  }
}

function readOnce(clock: () => string): () => string {
  let instant: string | undefined
  return () => (instant ??= clock())
}

function recorder(
  reader: Reader,
  now: () => string,
  actor: Actor,
  told: { event: LiveEvent; audience: readonly string[] | null }[],
): Act['record'] {
  return async (event) => {
    const at = now()
    const who = actor.kind === 'system' ? { role: actor.role } : whoOf(actor)
    const body = canonical({
      recordKind: event.recordKind,
      recordId: event.recordId,
      verb: event.verb,
      at,
      actor: who,
      reason: event.reason,
      details: event.details,
      certified: event.certified as Json | undefined,
    })
    const code = event.certified ? randomBytes(15).toString('base64url') : null
    const receipt = event.certified ? canonical({ ...event.certified, at, actor: who }) : null
    const appended = await reader.one<{ event_id: number; folio: string | null }>(APPEND, [
      event.recordKind,
      event.recordId,
      event.verb,
      at,
      actor.kind === 'system' ? null : actor.personId,
      body,
      event.certified?.organisationId ?? null,
      event.certified ? RECEIPT_KIND : null,
      code,
      receipt,
    ])
    if (!appended) throw new Error('append_event returned no row')
    told.push({
      event: {
        id: String(appended.event_id),
        recordKind: event.recordKind,
        recordId: event.recordId,
        roundId: event.roundId,
        versionId: event.versionId,
        verb: event.verb,
      },
      audience: event.audience,
    })
    return { folio: appended.folio, code }
  }
}

function whoOf(actor: Exclude<Actor, { kind: 'system' }>): Json {
  const { personId, personName, appointmentId, organisationId, role, onBehalfOf } = actor
  return { personId, personName, appointmentId, organisationId, role, ...(onBehalfOf && { onBehalfOf }) }
}

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION
