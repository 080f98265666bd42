import { DISPOSITIONS, OBSERVATION_STATUSES, OBSERVATION_TYPES, PROMISE_RESULTS, REPLIES } from '@portal/domain'
import { z } from 'zod'
import { Id, Instant, command, needed, text, word } from './command.ts'
import { PersonRef } from './directory.ts'
import { ClassificationView } from './information.ts'
import { paging } from './paging.ts'

export const ObservationTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clause'), clauseId: Id }),
  z.object({
    kind: z.literal('text'),
    clauseId: Id,
    start: z.int().min(0),
    end: z.int().positive(),
    quote: word(20_000),
  }),
  z.object({
    kind: z.literal('region'),
    artworkId: Id,
    page: z.int().positive(),
    x: z.number(),
    y: z.number(),
    width: z.number().positive(),
    height: z.number().positive(),
    clauseId: Id.nullable(),
  }),
])

export const OutcomeSchema = z.object({
  disposition: z.enum(DISPOSITIONS),
  reason: text(8000),
  agreedText: text(20_000),
  answeredBy: z.int().positive().nullable(),
})

/** As it is read: what was typed was tidied when it was written, and a list of fifty is not tidied again. */
const OutcomeView = z.object({
  ...OutcomeSchema.shape,
  reason: z.string(),
  agreedText: z.string(),
})

export const ReferralView = z.object({
  organisationId: z.string(),
  instruction: z.string(),
  by: PersonRef,
  at: Instant,
})

export const ObservationView = z.object({
  id: Id,
  roundId: Id,
  responseId: Id,
  organisationId: z.string(),
  organisation: z.string(),
  /** Given when the OPL sends. */
  number: z.int().nullable(),
  status: z.enum(OBSERVATION_STATUSES),
  type: z.enum(OBSERVATION_TYPES),
  target: ObservationTargetSchema,
  /** The clause as cited ("2.1 a)"), the artwork's element and page, where there are such. */
  citation: z.string().nullable(),
  element: z.string().nullable(),
  page: z.int().nullable(),
  /** How what it observes is classed, where that keeps the texts from the reader: `says` then holds the notice. */
  withheld: ClassificationView.nullable(),
  says: z.string(),
  shouldSay: z.string(),
  rationale: z.string(),
  legalBasis: z.string(),
  author: PersonRef,
  updatedAt: Instant,
  sentAt: Instant.nullable(),
  /** Null while there is none or the actor may not see it yet. */
  outcome: OutcomeView.nullable(),
  proposedBy: PersonRef.nullable(),
  proposedAt: Instant.nullable(),
  /** What its OPL replied to the outcome; null while it has not, or the actor may not see it yet. */
  reply: z.object({ reply: z.enum(REPLIES), reason: z.string(), by: PersonRef, at: Instant }).nullable(),
  /** What became of it in the version that followed; null before that is published. */
  promise: z
    .object({ result: z.enum(PROMISE_RESULTS), version: z.int(), citation: z.string().nullable(), reason: z.string() })
    .nullable(),
  /** To which area DERFE referred it and what it asks; null to whom that is no affair of. */
  referral: ReferralView.nullable(),
  recordVersion: z.int(),
  /** What the actor may do with it now. */
  allowed: z.array(z.enum(['edit', 'discard', 'dispose', 'undo', 'reply', 'refer', 'recall', 'answer_referral'])),
})
export type ObservationView = z.infer<typeof ObservationView>

export const ListObservationsInput = z.object({
  roundId: Id,
  organisationId: word(40).nullish(),
  status: z.enum(OBSERVATION_STATUSES).nullish(),
  type: z.enum(OBSERVATION_TYPES).nullish(),
  /** `none`: still without outcome. */
  disposition: z.enum([...DISPOSITIONS, 'none']).nullish(),
  clauseId: Id.nullish(),
  artworkId: Id.nullish(),
  ...paging,
})

/** A draft as it is autosaved: anything may still be empty. `id` and `seen` are null for a new one. */
export const SaveObservationInput = z.object({
  key: Id,
  seen: z.int().positive().nullable(),
  id: Id.nullable(),
  responseId: Id,
  target: ObservationTargetSchema,
  type: z.enum(OBSERVATION_TYPES),
  says: text(20_000),
  shouldSay: text(20_000),
  rationale: text(8000),
  legalBasis: text(2000),
})
export type SaveObservationInput = z.input<typeof SaveObservationInput>

export const DiscardObservationInput = command({ id: Id })
export const DisposeObservationInput = command({ id: Id, outcome: OutcomeSchema })

export const UndoOutcomeInput = command({ id: Id })

/** One act on an observation's outcome: what it was given, or what stood again, null for none, after the last was undone. */
export const OutcomeStepView = z.object({
  /** Its place among the acts on the observation. */
  seq: z.int(),
  kind: z.enum(['dispose', 'answer_referral', 'undo']),
  by: PersonRef,
  at: Instant,
  outcome: OutcomeView.nullable(),
})
export type OutcomeStepView = z.infer<typeof OutcomeStepView>

/** Those on which one act is done; `seen` is each one's record version. */
const observations = z
  .array(z.object({ id: Id, seen: z.int().positive() }))
  .min(1)
  .max(500)
  .refine((items) => new Set(items.map(({ id }) => id)).size === items.length)

export const ReferObservationsInput = z.object({
  key: Id,
  roundId: Id,
  observations,
  organisationId: word(40),
  instruction: needed(4000),
})
export const RecallObservationsInput = z.object({ key: Id, roundId: Id, observations, reason: needed(2000) })

/** One proposal for many. `agreedText` null: of each what its OPL asked for. One that another answers is said one by one. */
export const DisposeManyInput = z.object({
  key: Id,
  roundId: Id,
  observations,
  outcome: z.object({
    disposition: z.enum(DISPOSITIONS).exclude(['answered_elsewhere']),
    reason: OutcomeSchema.shape.reason,
    agreedText: OutcomeSchema.shape.agreedText.nullable(),
  }),
})

/** An area to which an observation may be referred: somebody there can answer. */
export const ReferralArea = z.object({ id: z.string(), shortName: z.string(), name: z.string() })
