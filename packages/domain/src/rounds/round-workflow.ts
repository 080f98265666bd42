import { handsOf } from '../people/delegation.ts'
import type { Actor, ActorRole } from '../people/actor.ts'
import { ok, refuse, type Result } from '../result.ts'
import { hasAnswered, type ResponseStatus, type RoundStatus } from './status.ts'

/** What a decision on a round needs to know. Instants are ISO 8601 strings in UTC, which sort as text. */
export type RoundFacts = {
  status: RoundStatus
  /** The exclusive end of the round; null while it is being prepared. */
  due: string | null
  /** The exclusive end of the conformity phase; null before it, and in a round that has none. */
  conformityDue: string | null
  /** Whether the plan has a conformity phase, in which each OPL replies to what was decided on its observations. */
  asksConformity: boolean
  clauses: number
  responses: readonly {
    organisationId: string
    status: ResponseStatus
    lateAdmitted: boolean | null
    /** How many decided observations it has not replied to, while the round is in conformity. */
    unreplied: number
  }[]
  /** How many observations count: received in time or admitted late. */
  counted: number
  /** How many of the observations that count (received in time or admitted late) have `outcomeGaps`. */
  withoutOutcome: number
  /** Who proposed an outcome that still stands, or the round as a whole: none may validate (domain section 4, rule 3). */
  proposedBy: readonly string[]
}

export type RoundCommand =
  | { kind: 'edit' }
  | { kind: 'open'; due: string }
  | { kind: 'extend'; due: string; reason: string }
  | { kind: 'close' }
  | { kind: 'close_early'; reason: string }
  | { kind: 'dispose' }
  | { kind: 'judge_late'; organisationId: string; reason: string }
  | { kind: 'propose' }
  | { kind: 'validate' }
  | { kind: 'return'; reason: string }
  | { kind: 'publish' }
  | { kind: 'publish_early'; reason: string }
  | { kind: 'conclude' }
  | { kind: 'cancel'; reason: string }

export type RoundCommandKind = RoundCommand['kind']

export type RoundRefusal =
  | { code: 'NOT_YOUR_ROLE'; role: ActorRole; needed: ActorRole }
  | { code: 'WRONG_STATUS'; status: RoundStatus }
  | { code: 'NO_CLAUSES' }
  | { code: 'NO_RECIPIENTS' }
  | { code: 'DUE_IN_THE_PAST'; due: string }
  | { code: 'DUE_NOT_LATER'; due: string; current: string }
  | { code: 'NOT_DUE_YET'; due: string }
  | { code: 'UNANSWERED'; organisationIds: readonly string[] }
  | { code: 'OUTCOMES_MISSING'; count: number }
  | { code: 'LATE_ANSWERS_UNJUDGED'; organisationIds: readonly string[] }
  | { code: 'NO_LATE_ANSWER' }
  | { code: 'SAME_PERSON_PROPOSED' }
  | { code: 'UNREPLIED'; organisationIds: readonly string[] }
  | { code: 'REASON_NEEDED' }

type Guard = (facts: RoundFacts, command: RoundCommand, actor: Actor, now: string) => RoundRefusal | null

type Move = { by: ActorRole; from: readonly RoundStatus[]; to: RoundStatus; guards: readonly Guard[] }

const clausesIndexed: Guard = (facts) => (facts.clauses > 0 ? null : { code: 'NO_CLAUSES' })
const hasRecipients: Guard = (facts) => (facts.responses.length > 0 ? null : { code: 'NO_RECIPIENTS' })
const dueAhead: Guard = (_facts, command, _actor, now) =>
  'due' in command && command.due <= now ? { code: 'DUE_IN_THE_PAST', due: command.due } : null
const dueLater: Guard = (facts, command) =>
  'due' in command && facts.due !== null && command.due <= facts.due
    ? { code: 'DUE_NOT_LATER', due: command.due, current: facts.due }
    : null
const stillOpen: Guard = (facts, _command, _actor, now) =>
  facts.due !== null && now >= facts.due ? { code: 'DUE_IN_THE_PAST', due: facts.due } : null
const dueReached: Guard = (facts, _command, _actor, now) =>
  facts.due !== null && now < facts.due ? { code: 'NOT_DUE_YET', due: facts.due } : null
const allAnswered: Guard = (facts) => {
  const silent = facts.responses.filter((response) => !hasAnswered(response.status))
  return silent.length === 0
    ? null
    : { code: 'UNANSWERED', organisationIds: silent.map((response) => response.organisationId) }
}
const allDisposed: Guard = ({ withoutOutcome }) =>
  withoutOutcome === 0 ? null : { code: 'OUTCOMES_MISSING', count: withoutOutcome }
const unjudged = (facts: RoundFacts): string[] =>
  facts.responses
    .filter((response) => response.status === 'late' && response.lateAdmitted === null)
    .map((response) => response.organisationId)
const lateJudged: Guard = (facts) => {
  const organisationIds = unjudged(facts)
  return organisationIds.length === 0 ? null : { code: 'LATE_ANSWERS_UNJUDGED', organisationIds }
}
/** A late answer is judged once: its numbers, or their absence, then stand in the matrix. */
const waitsForJudgement: Guard = (facts, command) =>
  'organisationId' in command && unjudged(facts).includes(command.organisationId) ? null : { code: 'NO_LATE_ANSWER' }
const conformityOver: Guard = ({ conformityDue }, _command, _actor, now) =>
  conformityDue !== null && now < conformityDue ? { code: 'NOT_DUE_YET', due: conformityDue } : null
const allReplied: Guard = (facts) => {
  const silent = facts.responses.filter(({ unreplied }) => unreplied > 0)
  return silent.length === 0
    ? null
    : { code: 'UNREPLIED', organisationIds: silent.map(({ organisationId }) => organisationId) }
}
const anotherPerson: Guard = (facts, _command, actor) =>
  handsOf(actor).some((hand) => facts.proposedBy.includes(hand)) ? { code: 'SAME_PERSON_PROPOSED' } : null
const hasReason: Guard = (_facts, command) =>
  'reason' in command && command.reason.trim() === '' ? { code: 'REASON_NEEDED' } : null

/** Workflow A, the round (domain section 5). Read the table and know the process. */
export const ROUND_MOVES = {
  edit: { by: 'derfe_coordinator', from: ['preparing'], to: 'preparing', guards: [] },
  open: {
    by: 'derfe_coordinator',
    from: ['preparing'],
    to: 'open',
    guards: [clausesIndexed, hasRecipients, dueAhead],
  },
  extend: { by: 'derfe_coordinator', from: ['open'], to: 'open', guards: [hasReason, stillOpen, dueLater] },
  close: { by: 'system', from: ['open'], to: 'resolving', guards: [dueReached] },
  close_early: { by: 'derfe_coordinator', from: ['open'], to: 'resolving', guards: [hasReason, allAnswered] },
  dispose: { by: 'derfe_coordinator', from: ['resolving'], to: 'resolving', guards: [] },
  judge_late: { by: 'derfe_coordinator', from: ['resolving'], to: 'resolving', guards: [hasReason, waitsForJudgement] },
  propose: { by: 'derfe_coordinator', from: ['resolving'], to: 'validating', guards: [lateJudged, allDisposed] },
  validate: { by: 'derfe_head', from: ['validating'], to: 'published', guards: [anotherPerson] },
  return: { by: 'derfe_head', from: ['validating'], to: 'resolving', guards: [hasReason] },
  publish: { by: 'system', from: ['conformity'], to: 'published', guards: [conformityOver] },
  publish_early: { by: 'derfe_coordinator', from: ['conformity'], to: 'published', guards: [hasReason, allReplied] },
  conclude: { by: 'derfe_coordinator', from: ['published'], to: 'concluded', guards: [] },
  cancel: {
    by: 'derfe_coordinator',
    from: ['preparing', 'open', 'resolving'],
    to: 'cancelled',
    guards: [hasReason],
  },
} as const satisfies Record<RoundCommandKind, Move>

/** Decides a command on a round: the status it leads to, or why not. Pure; clock and facts are arguments. */
export function decideRound(
  facts: RoundFacts,
  command: RoundCommand,
  actor: Actor,
  now: string,
): Result<{ status: RoundStatus }, RoundRefusal> {
  const move: Move = ROUND_MOVES[command.kind]
  if (actor.role !== move.by) return refuse({ code: 'NOT_YOUR_ROLE', role: actor.role, needed: move.by })
  if (!move.from.includes(facts.status)) return refuse({ code: 'WRONG_STATUS', status: facts.status })
  for (const guard of move.guards) {
    const refusal = guard(facts, command, actor, now)
    if (refusal) return refuse(refusal)
  }
  // Nobody has to reply where nothing was observed: the matrix is published at once.
  if (command.kind === 'validate' && facts.asksConformity && facts.counted > 0) return ok({ status: 'conformity' })
  return ok({ status: move.to })
}

/** The commands for which the screen shows a button: role, status and guards that need no input from the person. */
export function allowedOnRound(facts: RoundFacts, actor: Actor, now: string): RoundCommandKind[] {
  const inputs = { reason: 'x', due: '9999-12-31T00:00:00Z', organisationId: unjudged(facts)[0] ?? '' }
  return (Object.keys(ROUND_MOVES) as RoundCommandKind[]).filter(
    (kind) => decideRound(facts, { kind, ...inputs }, actor, now).ok,
  )
}
