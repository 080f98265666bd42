import { ok, refuse, type Result } from '../result.ts'
import { COORDINATING_AREA, VALIDATING_AREA, type OrganisationKind } from './organisation.ts'
import { isOplRole, type Role } from './role.ts'

export type AppointmentRefusal =
  /** A role of INE in an OPL, of an OPL in INE, or of an area in the wrong one. */
  | { code: 'ROLE_NOT_OF_ORGANISATION'; role: Role; organisationId: string }
  | { code: 'DAYS_NOT_IN_ORDER' }
  | { code: 'APPOINTMENT_ENDED' }
  /** Somebody who can enter must be left to administer. */
  | { code: 'LAST_ADMINISTRATOR' }
  | { code: 'REASON_NEEDED' }

/** Roles that belong to one organisation alone; the other roles of INE may be held in any area. */
const HOME: Partial<Record<Role, string>> = {
  derfe_coordinator: COORDINATING_AREA,
  derfe_head: COORDINATING_AREA,
  deoe_reviewer: VALIDATING_AREA,
  deoe_head: VALIDATING_AREA,
}

export function roleFits(role: Role, organisation: { id: string; kind: OrganisationKind }): boolean {
  if (isOplRole(role) || organisation.kind === 'opl') return isOplRole(role) && organisation.kind === 'opl'
  const home = HOME[role]
  return home === undefined || home === organisation.id
}

type Planned = { role: Role; fromDay: string; untilDay: string | null }

/** Whether somebody may be appointed so. Days are YYYY-MM-DD, both included. */
export function appoint(
  { role, fromDay, untilDay }: Planned,
  organisation: { id: string; kind: OrganisationKind },
): Result<Planned, AppointmentRefusal> {
  if (!roleFits(role, organisation)) {
    return refuse({ code: 'ROLE_NOT_OF_ORGANISATION', role, organisationId: organisation.id })
  }
  if (untilDay !== null && untilDay < fromDay) return refuse({ code: 'DAYS_NOT_IN_ORDER' })
  return ok({ role, fromDay, untilDay })
}

export type AppointmentFacts = {
  role: Role
  /** Ended by an act, or its last day is past. */
  over: boolean
  /** Others who administer on that day and have a way to enter. */
  otherAdministrators: number
}

/** Whether an appointment may be ended, at once. */
export function endAppointment(
  { role, over, otherAdministrators }: AppointmentFacts,
  reason: string,
): Result<null, AppointmentRefusal> {
  if (over) return refuse({ code: 'APPOINTMENT_ENDED' })
  if (reason === '') return refuse({ code: 'REASON_NEEDED' })
  if (role === 'administrator' && otherAdministrators === 0) return refuse({ code: 'LAST_ADMINISTRATOR' })
  return ok(null)
}
