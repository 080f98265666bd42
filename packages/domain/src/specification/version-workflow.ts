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
export type VersionCommandKind = VersionCommand['kind']

export type VersionRefusal =
  | { code: 'NOT_YOUR_ROLE'; role: ActorRole; needed: ActorRole }
  | { code: 'WRONG_VERSION_STATUS'; status: VersionStatus }
  | { code: 'ALREADY_INDEXED' }
  | { code: 'NOT_INDEXED' }
  | { code: 'NO_CLAUSES' }
  | { code: 'REASON_NEEDED' }

type Guard = (facts: VersionFacts, command: VersionCommand) => VersionRefusal | null
type Move = { by: ActorRole; from: readonly VersionStatus[]; to: VersionStatus | 'same'; guards: readonly Guard[] }

const notIndexed: Guard = (facts) => (facts.indexed ? { code: 'ALREADY_INDEXED' } : null)
const indexed: Guard = (facts) => (facts.indexed ? null : { code: 'NOT_INDEXED' })
const hasClauses: Guard = (facts) => (facts.includedClauses > 0 ? null : { code: 'NO_CLAUSES' })
const hasReason: Guard = (_facts, command) =>
  'reason' in command && command.reason.trim() === '' ? { code: 'REASON_NEEDED' } : null

/** Workflow A, the version (domain section 5). Once in a round a version never changes: a new one is made. */
export const VERSION_MOVES = {
  correct: { by: 'derfe_coordinator', from: ['draft'], to: 'same', guards: [notIndexed] },
  index: { by: 'derfe_coordinator', from: ['draft'], to: 'same', guards: [notIndexed, hasClauses] },
  attach_artwork: { by: 'derfe_coordinator', from: ['draft'], to: 'same', guards: [] },
  /** From `working` it is a further round on the same version. */
  enter_round: { by: 'derfe_coordinator', from: ['draft', 'working'], to: 'in_round', guards: [indexed] },
  /** Its round was cancelled: what it was before, with its confirmed clauses as they were sent. */
  leave_round: { by: 'derfe_coordinator', from: ['in_round'], to: 'draft', guards: [] },
  publish_matrix: { by: 'derfe_head', from: ['in_round'], to: 'working', guards: [] },
  record_resolution: { by: 'derfe_coordinator', from: ['in_round', 'working'], to: 'same', guards: [] },
  withdraw: { by: 'derfe_coordinator', from: ['draft', 'working'], to: 'withdrawn', guards: [hasReason] },
  /** Who may read a clause or an artwork is no part of what was sent: it is said, and taken back, at any time. */
  classify: { by: 'derfe_coordinator', from: VERSION_STATUSES, to: 'same', guards: [indexed, hasReason] },
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
  if (actor.role !== move.by) return refuse({ code: 'NOT_YOUR_ROLE', role: actor.role, needed: move.by })
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
