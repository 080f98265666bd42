import { ORGANISATION_KINDS, ROLES } from '@portal/domain'
import { z } from 'zod'
import { Id, Instant } from './command.ts'

export const OrganisationView = z.object({
  id: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  shortName: z.string(),
  name: z.string(),
  entity: z.string().nullable(),
  twoLevels: z.boolean(),
  position: z.int(),
})
export type OrganisationView = z.infer<typeof OrganisationView>

/** Somebody who acted, as the record shows them; the name of whoever they acted for. */
export const PersonRef = z.object({
  id: z.string(),
  name: z.string(),
  onBehalfOf: z.string().nullable().exactOptional(),
})
export type PersonRef = z.infer<typeof PersonRef>

export const ActorView = z.object({
  personId: z.string(),
  personName: z.string(),
  email: z.string(),
  appointmentId: Id,
  role: z.enum(ROLES),
  organisation: OrganisationView,
  /** In whose place the person acts, with that person's role and organisation. */
  onBehalfOf: z.string().nullable(),
})
export type ActorView = z.infer<typeof ActorView>

export const DemonstrationAccount = z.object({
  email: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  organisation: z.string(),
})
export type DemonstrationAccount = z.infer<typeof DemonstrationAccount>

export const SessionView = z.object({
  actor: ActorView.nullable(),
  /** Signed in, but no appointment is in force: the screen says so instead of an empty portal. */
  withoutAppointment: z.boolean(),
  /** Signed in, but nothing opens before the second factor is shown or set up; which ones there are. */
  secondFactor: z.object({ step: z.enum(['enter', 'set_up']), totp: z.boolean(), passkey: z.boolean() }).nullable(),
  clock: z.object({ now: Instant, startedWith: Instant.nullable() }),
  /** Only in the demonstration: the accounts, in the order in which the sign-in screen lists them, and their password. */
  demonstration: z
    .object({ password: z.string(), accounts: z.array(DemonstrationAccount), secondFactorWaived: z.boolean() })
    .nullable(),
})
export type SessionView = z.infer<typeof SessionView>
