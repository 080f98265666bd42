import { ROLES } from '@portal/domain'
import { z } from 'zod'
import { command, Day, Id, Instant, needed, text, word } from './command.ts'
import { PersonRef } from './directory.ts'
import { paging } from './paging.ts'
import { APPOINTMENT_STATES } from './people.ts'

/** Somebody who acts in the place of another, as the administration sees it. */
export const DelegationRow = z.object({
  id: Id,
  recordVersion: z.int(),
  person: PersonRef,
  holder: PersonRef,
  appointmentId: Id,
  organisationId: z.string(),
  role: z.enum(ROLES),
  fromDay: Day,
  untilDay: Day,
  letter: z.string(),
  letterFile: z.object({ id: Id, name: z.string() }),
  reason: z.string(),
  /** Over also when the appointment of whoever is represented is. */
  state: z.enum(APPOINTMENT_STATES),
  endedAt: Instant.nullable(),
  endReason: z.string().nullable(),
  allowed: z.array(z.enum(['end'])),
})
export type DelegationRow = z.infer<typeof DelegationRow>

export const DelegationFilters = z.object({
  organisationId: word(40).nullish(),
  state: z.enum(APPOINTMENT_STATES).nullish(),
})
export type DelegationFilters = z.output<typeof DelegationFilters>
export const ListDelegationsInput = DelegationFilters.extend(paging)

/** Who may stand in for the holder of an appointment. */
export const StandInsInput = z.object({ appointmentId: Id })
export const StandIn = z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES), organisationId: z.string() })

export const DelegateInput = z.object({
  key: Id,
  appointmentId: Id,
  personId: word(64),
  fromDay: Day,
  untilDay: Day,
  /** The letter as typed, for instance its number. */
  letter: needed(300),
  /** Refused without it, in words: so it may be missing here. */
  letterUploadId: Id.nullable(),
  reason: text(2000),
})
export const EndDelegationInput = command({ delegationId: Id, reason: text(2000).pipe(z.string().min(1)) })

/** In whose place somebody signed in may act today. */
export const OwnDelegation = z.object({
  id: Id,
  holder: z.string(),
  role: z.enum(ROLES),
  organisationId: z.string(),
  untilDay: Day,
  /** The session acts so now. */
  current: z.boolean(),
})
export type OwnDelegation = z.infer<typeof OwnDelegation>

/** `null`: in one's own name. */
export const ActForInput = z.object({ delegationId: Id.nullable() })
