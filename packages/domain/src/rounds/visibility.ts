import type { Person } from '../people/actor.ts'
import type { ObservationStatus } from './observation.ts'
import { isAreaRole } from './observation-workflow.ts'
import type { RoundStatus } from './status.ts'

/** When an OPL may read the observations of the others: with the published matrix, or already at the close. */
export const ROUND_VISIBILITIES = ['after_publication', 'after_close'] as const
export type RoundVisibility = (typeof ROUND_VISIBILITIES)[number]

export const ROUND_VISIBILITY_NAMES = {
  after_publication: 'Al publicarse la matriz',
  after_close: 'Al cierre de la ronda',
} as const satisfies Record<RoundVisibility, string>

const PUBLISHED: readonly RoundStatus[] = ['published', 'concluded']
const CLOSED: readonly RoundStatus[] = ['resolving', 'validating', 'conformity', ...PUBLISHED]

type RoundSeen = {
  status: RoundStatus
  /** Whether it was ever opened: one that is cancelled before was never sent to anybody. */
  opened: boolean
  visibility: RoundVisibility
  recipientIds: readonly string[]
}

/** Nobody outside DERFE sees a round before it is opened; an OPL sees only those that were sent to it. */
export function canSeeRound(actor: Person, round: RoundSeen): boolean {
  if (actor.kind === 'opl') {
    return round.opened && round.recipientIds.includes(actor.organisationId)
  }
  switch (actor.role) {
    case 'derfe_coordinator':
    case 'derfe_head':
    case 'auditor':
      return true
    case 'deoe_reviewer':
    case 'deoe_head':
    case 'area_responder':
    case 'observer':
      return round.opened
    case 'administrator':
      return false
  }
}

type ObservationSeen = { organisationId: string; status: ObservationStatus; referredTo: string | null }

/** An area reads what DERFE referred to it, also after it answered, until that is recalled. */
const isReferredTo = (actor: Person, { referredTo }: ObservationSeen): boolean =>
  isAreaRole(actor.role) && referredTo === actor.organisationId

/**
 * Observations are deliberative, reserved until the decision (domain section 4, rule 7): drafts belong to their OPL
 * alone, what was received to DERFE and the area to which it refers it, everything to everybody in the round once the matrix is published.
 */
export function canSeeObservation(actor: Person, round: RoundSeen, observation: ObservationSeen): boolean {
  if (!canSeeRound(actor, round)) return false
  if (actor.kind === 'opl' && actor.organisationId === observation.organisationId) return true
  if (actor.role === 'auditor') return true
  if (observation.status === 'draft' || observation.status === 'withdrawn') return false
  if (actor.role === 'derfe_coordinator' || actor.role === 'derfe_head') return true
  if (isReferredTo(actor, observation)) return true
  if (actor.kind === 'opl' && round.visibility === 'after_close') return CLOSED.includes(round.status)
  return PUBLISHED.includes(round.status)
}

/**
 * An outcome is nobody's but DERFE's, and the area's to which the observation was referred, until the matrix is published;
 * while conformity is asked for also the OPL's that made the observation, so that it can reply.
 */
export function canSeeOutcome(actor: Person, round: RoundSeen, observation: ObservationSeen): boolean {
  if (!canSeeObservation(actor, round, observation)) return false
  if (isReferredTo(actor, observation)) return true
  if (actor.role === 'derfe_coordinator' || actor.role === 'derfe_head' || actor.role === 'auditor') return true
  const asked = actor.kind === 'opl' && actor.organisationId === observation.organisationId
  if (asked && round.status === 'conformity') return true
  return PUBLISHED.includes(round.status)
}
