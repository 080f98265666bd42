import { ROLES } from '@portal/domain'
import { z } from 'zod'
import { ActDone, command, Day, Id, Instant, needed, text, word } from './command.ts'
import { PersonRef } from './directory.ts'
import { paging } from './paging.ts'

export const APPOINTMENT_STATES = ['in_force', 'future', 'over'] as const
export type AppointmentState = (typeof APPOINTMENT_STATES)[number]

/** How a person enters: has set a password; by their institution's provider; has a link that still opens; has none that does. */
export const ACCESS_STATES = ['active', 'provider', 'invited', 'none'] as const
export type AccessState = (typeof ACCESS_STATES)[number]

/** One appointment with its person, as the administration sees it. */
export const AppointmentRow = z.object({
  id: Id,
  recordVersion: z.int(),
  person: PersonRef.extend({ email: z.string() }),
  organisationId: z.string(),
  role: z.enum(ROLES),
  fromDay: Day,
  untilDay: Day.nullable(),
  letter: z.string().nullable(),
  letterFile: z.object({ id: Id, name: z.string() }).nullable(),
  state: z.enum(APPOINTMENT_STATES),
  /** When an act ended it, and why. */
  endedAt: Instant.nullable(),
  endReason: z.string().nullable(),
  /** Whose place this one took, and who took this one's. */
  replaces: z.string().nullable(),
  replacedBy: z.string().nullable(),
  access: z.enum(ACCESS_STATES),
  /** The person enters with one: an application's codes or a passkey. */
  secondFactor: z.boolean(),
  /** The institution's provider, where the person has entered with an account there: no other account is theirs. */
  provider: z.object({ id: Id, name: z.string() }).nullable(),
  allowed: z.array(z.enum(['end', 'offer_access', 'reset_second_factor', 'unbind'])),
})
export type AppointmentRow = z.infer<typeof AppointmentRow>

export const PeopleFilters = z.object({
  organisationId: word(40).nullish(),
  role: z.enum(ROLES).nullish(),
  state: z.enum(APPOINTMENT_STATES).nullish(),
  /** Part of a name or an address. */
  search: word(200).nullish(),
})
export type PeopleFilters = z.output<typeof PeopleFilters>
export const ListPeopleInput = PeopleFilters.extend(paging)

/** Addresses are compared as they are written down: in lower case. */
const Email = z
  .string()
  .trim()
  .max(320)
  .transform((value) => value.toLowerCase())
  .pipe(z.email())

const appointed = {
  name: needed(200),
  email: Email,
  fromDay: Day,
  untilDay: Day.nullable(),
  /** The letter of appointment as typed, for instance its number. */
  letter: needed(300),
  letterUploadId: Id.nullable(),
}

export const InviteInput = z.object({ key: Id, organisationId: word(40), role: z.enum(ROLES), ...appointed })
export const EndAppointmentInput = command({ appointmentId: Id, reason: text(2000) })
export const SubstituteInput = command({ appointmentId: Id, reason: text(2000), ...appointed })
export const OfferAccessInput = z.object({ key: Id, personId: Id, reason: needed(2000) })

/** `link` is shown once: only its hash is kept. Null when the act was repeated, or the person has a way to enter. */
export const Invited = ActDone.extend({ link: z.string().nullable() })
export type Invited = z.infer<typeof Invited>

/** What somebody who opens their link is told before they choose a password. */
export const InvitationView = z.object({ name: z.string(), email: z.string() })
export type InvitationView = z.infer<typeof InvitationView>
