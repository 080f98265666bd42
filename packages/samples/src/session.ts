import type { ActorView, DemonstrationAccount, SessionView } from '@portal/contracts'
import type { Role } from '@portal/domain'
import { ORGANISATIONS, type SampleOrganisation } from './organisations.ts'
import { SAMPLE_NOW, sampleId } from './sample-id.ts'

const NAMES: Partial<Record<Role, string>> = {
  derfe_coordinator: 'Marisol Quintero Ávila',
  derfe_head: 'Rodrigo Salvatierra Peña',
  opl_liaison: 'Nayeli Gordillo Ruiz',
  opl_head: 'Octavio Farrera Solís',
}

/** Somebody signed in: `anActor('opl_liaison', 'chis')`. */
export const anActor = (role: Role, organisation: SampleOrganisation, changes: Partial<ActorView> = {}): ActorView => ({
  personId: `${role}-${organisation}`,
  personName: NAMES[role] ?? 'Patricia Lozano Cruz',
  email: `${role}.${organisation}@demo.test`,
  appointmentId: sampleId(900),
  role,
  organisation: ORGANISATIONS[organisation],
  onBehalfOf: null,
  ...changes,
})

export const aSession = (changes: Partial<SessionView> = {}): SessionView => ({
  actor: null,
  withoutAppointment: false,
  secondFactor: null,
  clock: { now: SAMPLE_NOW, startedWith: SAMPLE_NOW },
  demonstration: null,
  ...changes,
})

export const aDemonstrationAccount = (changes: Partial<DemonstrationAccount> = {}): DemonstrationAccount => ({
  email: 'enlace.chis@demo.test',
  name: 'Nayeli Gordillo Ruiz',
  role: 'opl_liaison',
  organisation: 'IEPC Chiapas',
  ...changes,
})
