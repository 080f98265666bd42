import type { IneRole, OplRole } from './role.ts'

type Appointed = {
  personId: string
  personName: string
  /** The appointment under which the person acts: it names the organisation, the role and the period. */
  appointmentId: string
  organisationId: string
  /** In whose place the person acts: role, organisation and appointment are then that person's. */
  onBehalfOf?: Represented
}

export type Represented = { personId: string; personName: string; delegationId: string }

/** Somebody of an OPL: always of exactly one. */
export type OplActor = Appointed & { kind: 'opl'; role: OplRole }
/** Somebody of INE (or informed by it). */
export type IneActor = Appointed & { kind: 'ine'; role: IneRole }
/** The product itself: closes a round at its deadline, seals the audit log. */
export type SystemActor = { kind: 'system'; role: 'system' }

export type Person = OplActor | IneActor
export type Actor = Person | SystemActor
export type ActorRole = Actor['role']

export const SYSTEM: SystemActor = { kind: 'system', role: 'system' }
