import type { Actor, ActorRole } from '../people/actor.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { Reply } from './observation.ts'
import { hasAnswered, type ResponseStatus, type RoundStatus } from './status.ts'

/** What a decision on one OPL's answer needs to know. */
export type ResponseFacts = {
  organisationId: string
  status: ResponseStatus
  roundStatus: RoundStatus
  due: string | null
  /** The exclusive end of the round's conformity phase; null where there is none. */
  conformityDue: string | null
  twoLevels: boolean
  /** Observations of this answer that are still drafts. */
  drafts: number
}

export type ResponseCommand =
  | { kind: 'start' }
  | { kind: 'save_observation' }
  | { kind: 'discard_observation' }
  | { kind: 'submit_for_approval' }
  | { kind: 'return_to_liaison'; reason: string }
  | { kind: 'send' }
  | { kind: 'declare_none' }
  | { kind: 'withdraw_to_correct'; reason: string }
  | { kind: 'send_late'; reason: string }
  | { kind: 'reply'; replies: readonly { reply: Reply; reason: string }[] }
  | { kind: 'expire' }

export type ResponseCommandKind = ResponseCommand['kind']

export type ResponseRefusal =
  | { code: 'NOT_YOUR_ROLE'; role: ActorRole; needed: ActorRole }
  | { code: 'NOT_YOUR_OPL' }
  | { code: 'WRONG_RESPONSE_STATUS'; status: ResponseStatus }
  | { code: 'ROUND_NOT_OPEN'; roundStatus: RoundStatus }
  | { code: 'LATE'; due: string; now: string }
  | { code: 'NOT_LATE'; due: string }
  | { code: 'HEAD_SENDS' }
  | { code: 'ONE_LEVEL' }
  | { code: 'NOTHING_TO_SEND' }
  | { code: 'DRAFTS_REMAIN'; count: number }
  | { code: 'REASON_NEEDED' }

type Guard = (facts: ResponseFacts, command: ResponseCommand, actor: Actor, now: string) => ResponseRefusal | null

type Move = {
  by: readonly ActorRole[]
  from: readonly ResponseStatus[]
  to: ResponseStatus | 'same'
  guards: readonly Guard[]
}

/** Order matters: the hour decides first, so that a request at the closing instant is told "late", whoever closed it. */
const inTime: Guard = (facts, _command, _actor, now) => {
  if (facts.due !== null && now >= facts.due) return { code: 'LATE', due: facts.due, now }
  return facts.roundStatus === 'open' ? null : { code: 'ROUND_NOT_OPEN', roundStatus: facts.roundStatus }
}
const afterClose: Guard = (facts, _command, _actor, now) => {
  if (facts.due !== null && now < facts.due) return { code: 'NOT_LATE', due: facts.due }
  return facts.roundStatus === 'resolving' ? null : { code: 'ROUND_NOT_OPEN', roundStatus: facts.roundStatus }
}
/** The end of the phase decides by the hour, closed or not, as the end of the round does. */
const whileAsked: Guard = ({ roundStatus, conformityDue }, _command, _actor, now) => {
  if (conformityDue !== null && now >= conformityDue) return { code: 'LATE', due: conformityDue, now }
  return roundStatus === 'conformity' ? null : { code: 'ROUND_NOT_OPEN', roundStatus }
}
const disagreesWithReason: Guard = (_facts, command) =>
  'replies' in command && command.replies.some(({ reply, reason }) => reply === 'disagrees' && reason.trim() === '')
    ? { code: 'REASON_NEEDED' }
    : null
const senderLevel: Guard = (facts, _command, actor) =>
  facts.twoLevels && actor.role === 'opl_liaison' ? { code: 'HEAD_SENDS' } : null
const twoLevels: Guard = (facts) => (facts.twoLevels ? null : { code: 'ONE_LEVEL' })
const hasDrafts: Guard = (facts) => (facts.drafts > 0 ? null : { code: 'NOTHING_TO_SEND' })
const noDrafts: Guard = (facts) => (facts.drafts === 0 ? null : { code: 'DRAFTS_REMAIN', count: facts.drafts })
const roundTakesText: Guard = (facts) =>
  facts.roundStatus === 'open' || facts.roundStatus === 'resolving'
    ? null
    : { code: 'ROUND_NOT_OPEN', roundStatus: facts.roundStatus }
const hasReason: Guard = (_facts, command) =>
  'reason' in command && command.reason.trim() === '' ? { code: 'REASON_NEEDED' } : null

const OPL = ['opl_liaison', 'opl_head'] as const
const WRITING = ['drafting', 'withdrawn_to_correct'] as const

/** Workflow A, the answer of one OPL (domain section 5). */
export const RESPONSE_MOVES = {
  start: { by: OPL, from: ['unopened'], to: 'drafting', guards: [inTime] },
  save_observation: { by: OPL, from: [...WRITING, 'no_answer'], to: 'same', guards: [roundTakesText] },
  discard_observation: { by: OPL, from: [...WRITING, 'no_answer'], to: 'same', guards: [roundTakesText] },
  submit_for_approval: { by: ['opl_liaison'], from: WRITING, to: 'internal_approval', guards: [inTime, twoLevels] },
  return_to_liaison: { by: ['opl_head'], from: ['internal_approval'], to: 'drafting', guards: [inTime, hasReason] },
  send: {
    by: OPL,
    from: [...WRITING, 'internal_approval'],
    to: 'sent_with_observations',
    guards: [senderLevel, hasDrafts],
  },
  declare_none: {
    by: OPL,
    from: ['unopened', ...WRITING, 'internal_approval'],
    to: 'no_observations',
    guards: [senderLevel, noDrafts],
  },
  withdraw_to_correct: {
    by: OPL,
    from: ['sent_with_observations', 'no_observations'],
    to: 'withdrawn_to_correct',
    guards: [inTime, senderLevel, hasReason],
  },
  send_late: { by: OPL, from: ['no_answer'], to: 'late', guards: [afterClose, senderLevel, hasDrafts, hasReason] },
  /** It is put on record and reopens nothing (domain section 5). */
  reply: {
    by: OPL,
    from: ['sent_with_observations', 'late'],
    to: 'same',
    guards: [whileAsked, senderLevel, disagreesWithReason],
  },
  expire: {
    by: ['system'],
    from: ['unopened', ...WRITING, 'internal_approval'],
    to: 'no_answer',
    guards: [],
  },
} as const satisfies Record<ResponseCommandKind, Move>

/** For these the hour is asked before the status: after the close the answer is "late", not "wrong status". */
const HOUR_FIRST: readonly ResponseCommandKind[] = ['send', 'declare_none']

/** Decides a command on one OPL's answer: the status it leads to, or why not. */
export function decideResponse(
  facts: ResponseFacts,
  command: ResponseCommand,
  actor: Actor,
  now: string,
): Result<{ status: ResponseStatus }, ResponseRefusal> {
  const move: Move = RESPONSE_MOVES[command.kind]
  if (!move.by.includes(actor.role)) {
    return refuse({ code: 'NOT_YOUR_ROLE', role: actor.role, needed: move.by[0] ?? 'system' })
  }
  if (actor.kind === 'opl' && actor.organisationId !== facts.organisationId) return refuse({ code: 'NOT_YOUR_OPL' })
  if (HOUR_FIRST.includes(command.kind)) {
    const late = inTime(facts, command, actor, now)
    if (late && !hasAnswered(facts.status)) return refuse(late)
  }
  if (!move.from.includes(facts.status)) return refuse({ code: 'WRONG_RESPONSE_STATUS', status: facts.status })
  for (const guard of move.guards) {
    const refusal = guard(facts, command, actor, now)
    if (refusal) return refuse(refusal)
  }
  return ok({ status: move.to === 'same' ? facts.status : move.to })
}

export function allowedOnResponse(facts: ResponseFacts, actor: Actor, now: string): ResponseCommandKind[] {
  return (Object.keys(RESPONSE_MOVES) as ResponseCommandKind[]).filter(
    (kind) => decideResponse(facts, { kind, reason: 'x', replies: [] }, actor, now).ok,
  )
}
