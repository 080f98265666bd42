import {
  REPLIES,
  RESPONSE_STATUSES,
  ROLES,
  ROUND_STATUSES,
  ROUND_VISIBILITIES,
  type ResponseCommandKind,
  type RoundCommandKind,
  type TurnReason,
} from '@portal/domain'
import { z } from 'zod'
import { DAY_KINDS, DeadlineRuleInput } from './calendar.ts'
import { command, Id, Instant, needed, text, word } from './command.ts'
import { OrganisationView, PersonRef } from './directory.ts'
import { paging } from './paging.ts'

export const TurnView = z.object({
  organisationId: z.string(),
  role: z.enum(ROLES),
  reason: z.custom<TurnReason>((value) => typeof value === 'string'),
  since: Instant,
  due: Instant.nullable(),
})
export type TurnView = z.infer<typeof TurnView>

/** A round as lists show it: Estado · Le toca a · Desde · Vence. */
export const RoundRow = z.object({
  id: Id,
  number: z.int(),
  status: z.enum(ROUND_STATUSES),
  statusSince: Instant,
  due: Instant.nullable(),
  specificationTitle: z.string(),
  versionId: Id,
  versionNumber: z.int(),
  recipients: z.int(),
  answered: z.int(),
  /** Of an OPL only its own and DERFE's: empty while it waits for other OPL. */
  turn: z.array(TurnView),
})
export type RoundRow = z.infer<typeof RoundRow>

export const ResponseView = z.object({
  id: Id,
  organisation: OrganisationView,
  status: z.enum(RESPONSE_STATUSES),
  statusSince: Instant,
  openedAt: Instant.nullable(),
  sentAt: Instant.nullable(),
  sentBy: PersonRef.nullable(),
  /** Of the receipt in force; `code` opens `/verificar/<code>`. */
  folio: z.string().nullable(),
  code: z.string().nullable(),
  lateReason: z.string().nullable(),
  lateAdmitted: z.boolean().nullable(),
  lateJudgement: z.string().nullable(),
  /** How many observations the actor may see of it. */
  observations: z.int(),
  drafts: z.int(),
  /** How many decided observations it has not replied to. */
  unreplied: z.int(),
  recordVersion: z.int(),
  /** What the actor may do with it now. */
  allowed: z.array(z.custom<ResponseCommandKind>((value) => typeof value === 'string')),
})
export type ResponseView = z.infer<typeof ResponseView>

export const RoundDeadlineView = z.object({
  purpose: z.enum(['answers', 'conformity']),
  due: Instant,
  explanation: z.array(z.string()),
  /** Empty for the first; the reason of an extension. */
  reason: z.string(),
  setBy: PersonRef,
  setAt: Instant,
})

export const RoundView = z.object({
  id: Id,
  number: z.int(),
  status: z.enum(ROUND_STATUSES),
  statusSince: Instant,
  visibility: z.enum(ROUND_VISIBILITIES),
  message: z.string(),
  rule: z.object({ amount: z.int(), kind: z.enum(DAY_KINDS) }),
  conformity: z.object({ amount: z.int(), kind: z.enum(DAY_KINDS) }).nullable(),
  /** The exclusive end of the conformity phase, once it runs. */
  conformityDue: Instant.nullable(),
  calendarKey: z.string(),
  specification: z.object({ id: Id, title: z.string(), illustrative: z.boolean() }),
  version: z.object({ id: Id, number: z.int() }),
  openedAt: Instant.nullable(),
  due: Instant.nullable(),
  closedAt: Instant.nullable(),
  publishedAt: Instant.nullable(),
  matrixHash: z.string().nullable(),
  /** Code of the published matrix's receipt. */
  matrixCode: z.string().nullable(),
  deadlines: z.array(RoundDeadlineView),
  /** To how many OPL it was sent, and how many of them answered. */
  recipients: z.int(),
  answered: z.int(),
  /** In the official order. Of an OPL only its own: who else answered is not its business, how many did is. */
  responses: z.array(ResponseView),
  turn: z.array(TurnView),
  /** What each area was referred, as far as the actor may know; `since` the first that waits. */
  referrals: z.array(
    z.object({ organisationId: z.string(), pending: z.int(), answered: z.int(), since: Instant.nullable() }),
  ),
  /** Of the observations that the actor may see: all, and those without a complete outcome (null where hidden). */
  observations: z.int(),
  withoutOutcome: z.int().nullable(),
  recordVersion: z.int(),
  allowed: z.array(z.custom<RoundCommandKind>((value) => typeof value === 'string')),
  /** The answer of the actor's own OPL. */
  ownResponseId: Id.nullable(),
})
export type RoundView = z.infer<typeof RoundView>

export const RoundBoard = z.object({
  rows: z.array(
    z.object({
      organisationId: z.string(),
      status: z.string(),
      type: z.string(),
      disposition: z.string(),
      count: z.int(),
    }),
  ),
})
export type RoundBoard = z.infer<typeof RoundBoard>

export const ListRoundsInput = z.object({
  status: z.enum(ROUND_STATUSES).nullish(),
  specificationId: Id.nullish(),
  ...paging,
})

const plan = {
  recipients: z.array(word(40)).max(64),
  rule: DeadlineRuleInput,
  calendarKey: word(40),
  visibility: z.enum(ROUND_VISIBILITIES),
  /** How long each OPL may reply to what was decided; null: the matrix is published at once. */
  conformity: DeadlineRuleInput.nullable().default(null),
  message: text(2000),
}
/** `seen` is the version's record version. */
export const PrepareRoundInput = command({ versionId: Id, ...plan })
export const EditRoundInput = command({ roundId: Id, ...plan })
export const RoundInput = command({ roundId: Id })
export const RoundReasonInput = command({ roundId: Id, reason: needed(2000) })
export const ExtendRoundInput = command({ roundId: Id, rule: DeadlineRuleInput, reason: needed(2000) })
/** `seen` is the answer's record version. */
export const JudgeLateInput = command({ roundId: Id, responseId: Id, admit: z.boolean(), reason: needed(2000) })
export const ResponseInput = command({ responseId: Id })
/** Each observation at most once; a disagreement needs its reason. */
export const ReplyInput = command({
  responseId: Id,
  replies: z
    .array(z.object({ observationId: Id, reply: z.enum(REPLIES), reason: text(4000) }))
    .min(1)
    .max(1000),
})
export const ResponseReasonInput = command({ responseId: Id, reason: needed(2000) })
