import { ok, refuse, type Result } from '../result.ts'
import type { Actor } from './actor.ts'
import type { OrganisationKind } from './organisation.ts'
import { secondFactorStep, type SecondFactorFacts } from './second-factor.ts'

export type DelegationRefusal =
  /** Nobody acts for another without the letter itself. */
  | { code: 'LETTER_NEEDED' }
  | { code: 'DELEGATE_IS_HOLDER' }
  /** Somebody of the same OPL, or of INE for INE: what one OPL writes another never sees. */
  | { code: 'DELEGATE_OF_ANOTHER_INSTITUTION' }
  | { code: 'DELEGATE_WITHOUT_APPOINTMENT' }
  /** Whoever acts for another can't hand that on. */
  | { code: 'DELEGATION_OF_DELEGATION' }
  | { code: 'ALREADY_DELEGATED' }
  | { code: 'DELEGATION_ENDED' }
  /** The role acted in needs one, and the delegate has none. */
  | { code: 'SECOND_FACTOR_NEEDED_FIRST' }
  | { code: 'REASON_NEEDED' }
  | { code: 'DAYS_NOT_IN_ORDER' }
  | { code: 'APPOINTMENT_ENDED' }

type Place = { organisationId: string; kind: OrganisationKind }

export type DelegationFacts = {
  /** The administrator records it in somebody's place. */
  recordedOnBehalf: boolean
  /** Whose place it is. */
  holder: Place & { personId: string; over: boolean }
  /** Who is to act, with their own appointments in force. */
  delegate: { personId: string; places: readonly Place[] }
  /** The same person already acts in the same place on one of the days. */
  overlapping: boolean
}

/** Days are YYYY-MM-DD, both included. */
export type DelegationPlan = { fromDay: string; untilDay: string; reason: string; hasLetter: boolean }

/** Whether somebody may be let act in the place of another. */
export function delegate(
  { recordedOnBehalf, holder, delegate: who, overlapping }: DelegationFacts,
  { fromDay, untilDay, reason, hasLetter }: DelegationPlan,
): Result<null, DelegationRefusal> {
  if (recordedOnBehalf) return refuse({ code: 'DELEGATION_OF_DELEGATION' })
  if (!hasLetter) return refuse({ code: 'LETTER_NEEDED' })
  if (reason === '') return refuse({ code: 'REASON_NEEDED' })
  if (untilDay < fromDay) return refuse({ code: 'DAYS_NOT_IN_ORDER' })
  if (holder.over) return refuse({ code: 'APPOINTMENT_ENDED' })
  if (who.personId === holder.personId) return refuse({ code: 'DELEGATE_IS_HOLDER' })
  if (who.places.length === 0) return refuse({ code: 'DELEGATE_WITHOUT_APPOINTMENT' })
  if (!who.places.some((place) => mayStandIn(place, holder))) return refuse({ code: 'DELEGATE_OF_ANOTHER_INSTITUTION' })
  return overlapping ? refuse({ code: 'ALREADY_DELEGATED' }) : ok(null)
}

/**
 * Whether a session may act in the place of another from now on. It never comes to lack a second factor that way: whoever
 * has none sets it up as themselves before.
 * @param facts of the role acted in, and of the session
 */
export const actFor = (facts: SecondFactorFacts): Result<null, DelegationRefusal> =>
  secondFactorStep(facts) === null ? ok(null) : refuse({ code: 'SECOND_FACTOR_NEEDED_FIRST' })

/** Whether somebody appointed in one place may act in another. */
export const mayStandIn = (own: Place, place: Place): boolean =>
  own.organisationId === place.organisationId || (own.kind !== 'opl' && place.kind !== 'opl')

/**
 * Who had a hand in what an actor does: the person, and whoever they act for. Where two acts must be of different people,
 * neither hand may be in both.
 */
export const handsOf = (actor: Actor): readonly string[] =>
  actor.kind === 'system' ? [] : [actor.personId, ...(actor.onBehalfOf ? [actor.onBehalfOf.personId] : [])]

/** As the record names whoever acted: "Ana Solís", or "Ana Solís por Luis Peña". */
export const actingName = (person: { name: string; onBehalfOf?: string | null | undefined }): string =>
  person.onBehalfOf ? `${person.name} por ${person.onBehalfOf}` : person.name
