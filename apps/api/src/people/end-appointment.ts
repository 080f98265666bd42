import { ActDone, EndAppointmentInput } from '@portal/contracts'
import { act } from '../acts/act.ts'
import { procedureFor } from '../trpc.ts'
import { endLocked, lockAppointment } from './locked-appointment.ts'

/** Ends an appointment at once: its person's next request is refused. */
export const endPersonsAppointment = procedureFor('administrator')
  .input(EndAppointmentInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'people.end', input, async (act) => {
      const appointment = await lockAppointment(act, input)
      const recordVersion = await endLocked(act, appointment, input.reason, null)
      return { recordId: appointment.id, recordVersion }
    }),
  )
