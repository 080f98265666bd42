import type { Actor, ActorRole } from '../people/actor.ts'
import { ok, refuse, type Result } from '../result.ts'

export const VERSION_STATUSES = [
  'draft',
  'in_round',
  'working',
  'approved',
  'in_force',
  'superseded',
  'withdrawn',
] as const
export type VersionStatus = (typeof VERSION_STATUSES)[number]

export const VERSION_STATUS_NAMES = {
  draft: 'Borrador',
  in_round: 'En ronda de revisión',
  working: 'En trabajo',
  approved: 'Aprobada',
  in_force: 'Vigente',
  superseded: 'Sustituida',
  withdrawn: 'Retirada',
} as const satisfies Record<VersionStatus, string>

/** Bodies whose resolutions are recorded: the commission (CVMRE) submits, the Consejo General (CG) approves. */
export const RESOLUTION_BODIES = ['CVMRE', 'CG'] as const
export type ResolutionBody = (typeof RESOLUTION_BODIES)[number]

/** Earlier versions of the same specification that stand so are superseded when the Consejo General approves a later one. */
export const SUPERSEDED_BY_APPROVAL: readonly VersionStatus[] = ['approved', 'in_force']

export type VersionFacts = {
  status: VersionStatus
  /** A version without confirmed clauses is still a proposal that may be corrected. */
  indexed: boolean
  includedClauses: number
  /** Whether observations of an earlier version of the specification were decided: what was promised is looked for. */
  followsMatrix: boolean
  /** Accepted observations that are not found in it, and for which nobody said why. */
  brokenPromises: number
}

export type VersionCommand =
  | { kind: 'correct' }
  | { kind: 'index' }
  | { kind: 'attach_artwork' }
  | { kind: 'enter_round' }
  | { kind: 'leave_round'; matrixPublished: boolean }
  | { kind: 'publish_matrix' }
  | { kind: 'record_resolution'; body: ResolutionBody }
  | { kind: 'withdraw'; reason: string }
  | { kind: 'classify'; reason: string }
  | { kind: 'justify_promise'; reason: string }
  | { kind: 'publish' }
export type VersionCommandKind = VersionCommand['kind']

export type VersionRefusal =
  | { code: 'NOT_YOUR_ROLE'; role: ActorRole; needed: ActorRole }
  | { code: 'WRONG_VERSION_STATUS'; status: VersionStatus }
  | { code: 'ALREADY_INDEXED' }
  | { code: 'NOT_INDEXED' }
  | { code: 'NO_CLAUSES' }
  | { code: 'REASON_NEEDED' }
  /** No matrix was published of a version before it: it goes into its round as it is. */
  | { code: 'NO_MATRIX_BEFORE' }
  | { code: 'PROMISES_BROKEN'; count: number }
  /** It follows a published matrix: its publication is what looks for each promise. */
  | { code: 'NOT_PUBLISHED' }

type Guard = (facts: VersionFacts, command: VersionCommand) => VersionRefusal | null
type Move = {
  by: readonly ActorRole[]
  from: readonly VersionStatus[]
  to: VersionStatus | 'same'
  guards: readonly Guard[]
}

const notIndexed: Guard = (facts) => (facts.indexed ? { code: 'ALREADY_INDEXED' } : null)
const indexed: Guard = (facts) => (facts.indexed ? null : { code: 'NOT_INDEXED' })
const hasClauses: Guard = (facts) => (facts.includedClauses > 0 ? null : { code: 'NO_CLAUSES' })
const hasReason: Guard = (_facts, command) =>
  'reason' in command && command.reason.trim() === '' ? { code: 'REASON_NEEDED' } : null
const hasMatrixBefore: Guard = ({ followsMatrix }) => (followsMatrix ? null : { code: 'NO_MATRIX_BEFORE' })
const promisesKept: Guard = ({ brokenPromises }) =>
  brokenPromises === 0 ? null : { code: 'PROMISES_BROKEN', count: brokenPromises }
const publishedFirst: Guard = ({ status, followsMatrix }) =>
  status === 'draft' && followsMatrix ? { code: 'NOT_PUBLISHED' } : null

const COORDINATOR = ['derfe_coordinator'] as const

/** Workflow A, the version (domain section 5). Once in a round a version never changes: a new one is made. */
export const VERSION_MOVES = {
  correct: { by: COORDINATOR, from: ['draft'], to: 'same', guards: [notIndexed] },
  index: { by: COORDINATOR, from: ['draft'], to: 'same', guards: [notIndexed, hasClauses] },
  attach_artwork: { by: COORDINATOR, from: ['draft'], to: 'same', guards: [] },
  /** From `working` it is a further round on the same version. */
  enter_round: { by: COORDINATOR, from: ['draft', 'working'], to: 'in_round', guards: [indexed, publishedFirst] },
  /** Its round was cancelled: what it was before, with its confirmed clauses as they were sent. */
  leave_round: { by: COORDINATOR, from: ['in_round'], to: 'draft', guards: [] },
  /** By the validation, or at the end of the conformity phase that follows it. */
  publish_matrix: { by: ['derfe_head', 'derfe_coordinator', 'system'], from: ['in_round'], to: 'working', guards: [] },
  record_resolution: { by: COORDINATOR, from: ['in_round', 'working'], to: 'same', guards: [] },
  justify_promise: { by: COORDINATOR, from: ['draft'], to: 'same', guards: [indexed, hasMatrixBefore, hasReason] },
  /** Stops at a promise that is not found until it is mended or justified (domain section 5, "Promise kept?"). */
  publish: { by: COORDINATOR, from: ['draft'], to: 'working', guards: [indexed, hasMatrixBefore, promisesKept] },
  withdraw: { by: COORDINATOR, from: ['draft', 'working'], to: 'withdrawn', guards: [hasReason] },
  /** Who may read a clause or an artwork is no part of what was sent: it is said, and taken back, at any time. */
  classify: { by: COORDINATOR, from: VERSION_STATUSES, to: 'same', guards: [indexed, hasReason] },
} as const satisfies Record<VersionCommandKind, Move>

/**
 * Decides a command on a version. A resolution of the CVMRE submits the version to the Consejo General and leaves it
 * where it stands; only one of the Consejo General approves it, and only once its matrix is published
 * (INE/CVMRE-04SE: 21/12/2017, then INE/CG49/2018).
 */
export function decideVersion(
  facts: VersionFacts,
  command: VersionCommand,
  actor: Actor,
): Result<{ status: VersionStatus }, VersionRefusal> {
  const move: Move = VERSION_MOVES[command.kind]
  if (!move.by.includes(actor.role))
    return refuse({ code: 'NOT_YOUR_ROLE', role: actor.role, needed: move.by[0] ?? 'system' })
  if (!move.from.includes(facts.status)) return refuse({ code: 'WRONG_VERSION_STATUS', status: facts.status })
  for (const guard of move.guards) {
    const refusal = guard(facts, command)
    if (refusal) return refuse(refusal)
  }
  if (command.kind === 'record_resolution' && command.body === 'CG') {
    return facts.status === 'working'
      ? ok({ status: 'approved' })
      : refuse({ code: 'WRONG_VERSION_STATUS', status: facts.status })
  }
  if (command.kind === 'leave_round' && command.matrixPublished) return ok({ status: 'working' })
  return ok({ status: move.to === 'same' ? facts.status : move.to })
}

export function allowedOnVersion(facts: VersionFacts, actor: Actor): VersionCommandKind[] {
  return (Object.keys(VERSION_MOVES) as VersionCommandKind[]).filter(
    (kind) => decideVersion(facts, { kind, reason: 'x', body: 'CVMRE' } as VersionCommand, actor).ok,
  )
}
