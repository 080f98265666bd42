import { Invited, SubstituteInput } from '@portal/contracts'
import { act } from '../acts/act.ts'
import { procedureFor } from '../trpc.ts'
import { appointPerson } from './appoint.ts'
import { endLocked, lockAppointment } from './locked-appointment.ts'

/**
 * Ends an appointment and names the substitute for the same role in the same organisation, in one act: turns belong to
 * organisation and role, so what waited for the one waits for the other from that moment on.
 */
export const substitutePerson = procedureFor('administrator')
  .input(SubstituteInput)
  .output(Invited)
  .mutation(async ({ ctx: { deps, actor }, input }) => {
    let link: string | null = null
    const done = await act(deps, actor, 'people.substitute', input, async (act) => {
      const before = await lockAppointment(act, input)
      await endLocked(act, before, input.reason, input.name)
      const { organisationId, role } = before
      const appointed = await appointPerson(act, deps, actor, { ...input, organisationId, role }, before)
      link = appointed.link
      return { recordId: appointed.appointmentId, recordVersion: 1 }
    })
    return { ...done, link }
  })
