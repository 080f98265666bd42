import { MATRIX_STANDINGS, RECORD_KINDS } from '@portal/domain'
import { z } from 'zod'
import { Day, Id, Instant, word } from './command.ts'
import { PersonRef } from './directory.ts'
import { paging } from './paging.ts'

/** One act as the audit trail shows it. */
export const EventView = z.object({
  id: z.string(),
  seq: z.int(),
  recordId: Id,
  recordKind: z.enum(RECORD_KINDS),
  verb: z.string(),
  at: Instant,
  /** Null: the product itself. */
  person: PersonRef.nullable(),
  role: z.string(),
  organisation: z.string().nullable(),
  reason: z.string().nullable(),
  folio: z.string().nullable(),
  code: z.string().nullable(),
  /** What the act said, as label and value. */
  details: z.array(z.object({ label: z.string(), value: z.string() })),
  /** SHA-256 in hex of this event with all before it in its chain. */
  hash: z.string(),
})
export type EventView = z.infer<typeof EventView>

/** Of a list of acts. Days are of central Mexico, both included. */
export const TrailFilters = z.object({
  personId: word(64).nullish(),
  verb: word(60).nullish(),
  from: Day.nullish(),
  until: Day.nullish(),
})
/** `recordId` of a round gives the round's acts with those of its answers and observations, as far as visible. */
export const TrailInput = z.object({ recordId: Id, ...TrailFilters.shape, ...paging })

/** Of the log of all acts. */
export const LogFilters = z.object({
  ...TrailFilters.shape,
  organisationId: word(40).nullish(),
  recordKind: z.enum(RECORD_KINDS).nullish(),
  recordId: Id.nullish(),
})
export const LogInput = z.object({ ...LogFilters.shape, ...paging })

/** Who has acted, and which acts there are: what a list of acts can be narrowed to. */
export const ActChoices = z.object({ people: z.array(PersonRef), verbs: z.array(z.string()) })
export type ActChoices = z.infer<typeof ActChoices>

export const TrailCheck = z.object({
  intact: z.boolean(),
  events: z.int(),
  /** Where the chain breaks: the first event that does not match. */
  broken: z.object({ seq: z.int(), reason: z.string() }).nullable(),
})

export const VerifyInput = z.object({ code: word(64) })

/** Public: only what proves the act, nothing of its content. */
export const VerifyView = z.discriminatedUnion('result', [
  z.object({ result: z.literal('unknown') }),
  z.object({
    result: z.enum(['genuine', 'altered', 'superseded', 'without_effect']),
    folio: z.string(),
    act: z.string(),
    organisation: z.string(),
    subject: z.string(),
    at: Instant,
    hash: z.string(),
    files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })),
    illustrative: z.boolean(),
    /** Since when it no longer counts. */
    since: Instant.nullable(),
    /** The code of what replaced it. */
    supersededBy: z.string().nullable(),
  }),
])
export type VerifyView = z.infer<typeof VerifyView>

/** The SHA-256 of a file, in hex, as the browser of who holds it computed it. */
export const VerifyFileInput = z.object({ sha256: z.string().regex(/^[\da-f]{64}$/) })

/** What a file is to the portal: one that a receipt certifies, a receipt, or a matrix of observations. */
const KNOWN_AS = ['certified', 'receipt', 'matrix'] as const

/** Public: the receipts that certify the file, the latest first, or what it is itself; nothing when it is unknown. */
export const VerifyFileView = z.array(
  z.object({
    what: z.enum(KNOWN_AS),
    intact: z.boolean(),
    /** What the file counts for today, and since when it no longer counts. */
    standing: z.enum(MATRIX_STANDINGS),
    since: Instant.nullable(),
    /** Of the receipt; of a matrix that of its publication, null before. */
    folio: z.string().nullable(),
    act: z.string(),
    organisation: z.string(),
    subject: z.string(),
    at: Instant,
    illustrative: z.boolean(),
    /** The folio of what counts in its place. */
    supersededBy: z.string().nullable(),
  }),
)
export type VerifyFileView = z.infer<typeof VerifyFileView>
