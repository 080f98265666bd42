import { Invited, InviteInput } from '@portal/contracts'
import { act } from '../acts/act.ts'
import { procedureFor } from '../trpc.ts'
import { appointPerson } from './appoint.ts'

/** Appoints a person with their letter. The link to enter is in this one answer, and nowhere else. */
export const invitePerson = procedureFor('administrator')
  .input(InviteInput)
  .output(Invited)
  .mutation(async ({ ctx: { deps, actor }, input }) => {
    let link: string | null = null
    const done = await act(deps, actor, 'people.invite', input, async (act) => {
      const appointed = await appointPerson(act, deps, actor, input, null)
      link = appointed.link
      return { recordId: appointed.appointmentId, recordVersion: 1 }
    })
    return { ...done, link }
  })
