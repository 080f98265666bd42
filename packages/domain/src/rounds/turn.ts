import type { Person } from '../people/actor.ts'
import { COORDINATING_AREA, VALIDATING_AREA } from '../people/organisation.ts'
import type { Role } from '../people/role.ts'
import { unreachable } from '../result.ts'
import { isAreaRole } from './observation-workflow.ts'
import { hasAnswered, type ResponseStatus, type RoundStatus } from './status.ts'

/** Why the ball is in somebody's court. */
export type TurnReason =
  | 'open_round'
  | 'answer'
  | 'approve_and_send'
  | 'close_early'
  | 'dispose'
  | 'answer_referral'
  | 'validate'
  | 'reply'
  | 'publish_early'
  | 'publish_or_conclude'

export const TURN_REASON_NAMES = {
  open_round: 'Abrir la ronda',
  answer: 'Enviar observaciones o declarar que no las hay',
  approve_and_send: 'Aprobar y enviar',
  close_early: 'Cerrar la ronda o esperar a que venza',
  dispose: 'Resolver las observaciones',
  answer_referral: 'Proponer el sentido de lo que se le turnó',
  validate: 'Validar o devolver la propuesta',
  reply: 'Manifestar conformidad o inconformidad',
  publish_early: 'Publicar la matriz o esperar a que venza',
  publish_or_conclude: 'Publicar la versión siguiente o concluir la ronda',
} as const satisfies Record<TurnReason, string>

/** "Le toca a": who must act, as what, why, since when and until when (domain section 4, rule 1). */
export type Turn = {
  organisationId: string
  role: Role
  reason: TurnReason
  since: string
  due: string | null
}

export type TurnFacts = {
  status: RoundStatus
  /** When the round came to its present status. */
  since: string
  due: string | null
  conformityDue: string | null
  responses: readonly {
    organisationId: string
    status: ResponseStatus
    twoLevels: boolean
    since: string
    /** How many decided observations it has not replied to, while the round is in conformity. */
    unreplied: number
  }[]
  /** The areas that have still to answer what was referred to them; `since` the first of it. */
  referrals: readonly { organisationId: string; since: string }[]
}

/** Whose turn it is. Derived, never stored. Of a final round nobody's; of any other at least one organisation's. */
export function turnOfRound(facts: TurnFacts): Turn[] {
  const derfe = (role: Role, reason: TurnReason): Turn[] => [
    { organisationId: COORDINATING_AREA, role, reason, since: facts.since, due: null },
  ]
  switch (facts.status) {
    case 'preparing':
      return derfe('derfe_coordinator', 'open_round')
    case 'open': {
      const waiting = facts.responses.filter((response) => !hasAnswered(response.status))
      // Everybody answered before the deadline: the coordinator may close early, so the ball is in DERFE's court.
      if (waiting.length === 0) return derfe('derfe_coordinator', 'close_early')
      return waiting.map((response) => ({
        organisationId: response.organisationId,
        role: response.status === 'internal_approval' ? 'opl_head' : 'opl_liaison',
        reason: response.status === 'internal_approval' ? 'approve_and_send' : 'answer',
        since: response.since,
        due: facts.due,
      }))
    }
    case 'resolving':
      return [
        ...derfe('derfe_coordinator', 'dispose'),
        ...facts.referrals.map(({ organisationId, since }): Turn => {
          const role = organisationId === VALIDATING_AREA ? 'deoe_reviewer' : 'area_responder'
          return { organisationId, role, reason: 'answer_referral', since, due: null }
        }),
      ]
    case 'validating':
      return derfe('derfe_head', 'validate')
    case 'conformity': {
      const waiting = facts.responses.filter(({ unreplied }) => unreplied > 0)
      if (waiting.length === 0) return derfe('derfe_coordinator', 'publish_early')
      return waiting.map(({ organisationId, twoLevels }) => ({
        organisationId,
        role: twoLevels ? 'opl_head' : 'opl_liaison',
        reason: 'reply',
        since: facts.since,
        due: facts.conformityDue,
      }))
    }
    case 'published':
      return derfe('derfe_coordinator', 'publish_or_conclude')
    case 'concluded':
    case 'cancelled':
      return []
    default:
      return unreachable(facts.status)
  }
}

/** Whether it waits for this person: in an area whoever answers for it does, its head too. */
export const isTurnOf = (actor: Person, { organisationId, role, reason }: Turn): boolean =>
  organisationId === actor.organisationId &&
  (role === actor.role || (reason === 'answer_referral' && isAreaRole(actor.role)))

/** As far as the actor may know: an OPL learns how many of the others are missing, not which (domain section 3). */
export const turnsSeenBy = (actor: Person, turns: readonly Turn[]): Turn[] =>
  turns.filter(
    ({ organisationId }) =>
      actor.kind !== 'opl' || organisationId === actor.organisationId || organisationId === COORDINATING_AREA,
  )
