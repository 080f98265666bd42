import type { Actor, ActorRole } from '../people/actor.ts'
import type { Role } from '../people/role.ts'
import { ok, refuse, type Result } from '../result.ts'
import { outcomeGaps, type ObservationStatus, type Outcome, type OutcomeGap } from './observation.ts'
import type { ResponseStatus, RoundStatus } from './status.ts'

/** Who answers in an area of INE what DERFE refers to it. */
export const AREA_ROLES = ['area_responder', 'deoe_reviewer', 'deoe_head'] as const satisfies readonly Role[]
export type AreaRole = (typeof AREA_ROLES)[number]

export const isAreaRole = (role: ActorRole): role is AreaRole => (AREA_ROLES as readonly string[]).includes(role)

/** What a decision on an observation that was sent needs to know. */
export type ObservationFacts = {
  number: number | null
  status: ObservationStatus
  roundStatus: RoundStatus
  responseStatus: ResponseStatus
  lateAdmitted: boolean | null
  /** The area to which it is, or was last, referred; null before, and once that is recalled. */
  referredTo: string | null
  /** Whether an outcome was proposed for it that stands. */
  hasOutcome: boolean
}

export type ObservationCommand =
  /** DERFE's own proposal. It may still lack something: the proposal of the whole round counts that. */
  | { kind: 'dispose' }
  /** Takes back the outcome that stands: `before` is the one under it, null where there is none. */
  | { kind: 'undo'; before: Outcome | null }
  | { kind: 'refer'; instruction: string }
  | { kind: 'recall'; reason: string }
  /** The area's proposal, with which the observation is back. It lacks nothing: who asked is not to ask again. */
  | { kind: 'answer_referral'; outcome: Outcome }

export type ObservationCommandKind = ObservationCommand['kind']

export type ObservationRefusal =
  | { code: 'NOT_YOUR_ROLE'; role: ActorRole; needed: ActorRole }
  | { code: 'WRONG_STATUS'; status: RoundStatus }
  | { code: 'WRONG_OBSERVATION_STATUS'; number: number | null; status: ObservationStatus }
  /** It came late, and was not, or not yet, admitted. */
  | { code: 'OBSERVATION_NOT_ADMITTED' }
  | { code: 'NOT_YOUR_REFERRAL' }
  /** Nobody has given it an outcome, or each was taken back. */
  | { code: 'NOTHING_TO_UNDO' }
  | { code: 'INSTRUCTION_NEEDED' }
  | { code: 'REASON_NEEDED' }
  | { code: 'OUTCOME_INCOMPLETE'; gaps: readonly OutcomeGap[] }

type Guard = (facts: ObservationFacts, command: ObservationCommand, actor: Actor) => ObservationRefusal | null

type Move = {
  by: readonly ActorRole[]
  from: readonly ObservationStatus[]
  to: (facts: ObservationFacts, command: ObservationCommand) => ObservationStatus
  guards: readonly Guard[]
}

const admitted: Guard = ({ responseStatus, lateAdmitted }) =>
  responseStatus === 'late' && lateAdmitted !== true ? { code: 'OBSERVATION_NOT_ADMITTED' } : null
const hasInstruction: Guard = (_facts, command) =>
  'instruction' in command && command.instruction.trim() === '' ? { code: 'INSTRUCTION_NEEDED' } : null
const hasReason: Guard = (_facts, command) =>
  'reason' in command && command.reason.trim() === '' ? { code: 'REASON_NEEDED' } : null
const somethingStands: Guard = ({ hasOutcome }) => (hasOutcome ? null : { code: 'NOTHING_TO_UNDO' })
const ownReferral: Guard = ({ referredTo }, _command, actor) =>
  'organisationId' in actor && actor.organisationId === referredTo ? null : { code: 'NOT_YOUR_REFERRAL' }
const complete: Guard = (_facts, command) => {
  const gaps = 'outcome' in command ? outcomeGaps(command.outcome) : []
  return gaps.length === 0 ? null : { code: 'OUTCOME_INCOMPLETE', gaps }
}

/** Workflow A, an observation while its round is being resolved (domain section 5). */
export const OBSERVATION_MOVES = {
  dispose: {
    by: ['derfe_coordinator'],
    from: ['received', 'proposed'],
    to: () => 'proposed',
    guards: [admitted],
  },
  undo: {
    by: ['derfe_coordinator'],
    from: ['received', 'proposed'],
    to: (_facts, command) => ('before' in command && command.before !== null ? 'proposed' : 'received'),
    guards: [admitted, somethingStands],
  },
  refer: {
    by: ['derfe_coordinator'],
    from: ['received', 'proposed'],
    to: () => 'referred',
    guards: [admitted, hasInstruction],
  },
  // Back to where it stood: an outcome from before the referral is one again.
  recall: {
    by: ['derfe_coordinator'],
    from: ['referred'],
    to: ({ hasOutcome }) => (hasOutcome ? 'proposed' : 'received'),
    guards: [hasReason],
  },
  answer_referral: {
    by: AREA_ROLES,
    from: ['referred'],
    to: () => 'proposed',
    guards: [ownReferral, complete],
  },
} as const satisfies Record<ObservationCommandKind, Move>

/** Decides a command on an observation: the status it leads to, or why not. */
export function decideObservation(
  facts: ObservationFacts,
  command: ObservationCommand,
  actor: Actor,
): Result<{ status: ObservationStatus }, ObservationRefusal> {
  const move: Move = OBSERVATION_MOVES[command.kind]
  const { number, status, roundStatus } = facts
  if (!move.by.includes(actor.role)) {
    return refuse({ code: 'NOT_YOUR_ROLE', role: actor.role, needed: move.by[0] ?? actor.role })
  }
  if (roundStatus !== 'resolving') return refuse({ code: 'WRONG_STATUS', status: roundStatus })
  if (!move.from.includes(status)) return refuse({ code: 'WRONG_OBSERVATION_STATUS', number, status })
  for (const guard of move.guards) {
    const refusal = guard(facts, command, actor)
    if (refusal) return refuse(refusal)
  }
  return ok({ status: move.to(facts, command) })
}

/** The commands for which the screen shows a form or a button: what the person still has to write is taken as given. */
export function allowedOnObservation(facts: ObservationFacts, actor: Actor): ObservationCommandKind[] {
  const outcome: Outcome = { disposition: 'accepted', reason: '', agreedText: 'x', answeredBy: null }
  const given = { instruction: 'x', reason: 'x', outcome, before: null }
  return (Object.keys(OBSERVATION_MOVES) as ObservationCommandKind[]).filter(
    (kind) => decideObservation(facts, { kind, ...given }, actor).ok,
  )
}
