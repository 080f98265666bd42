import { AppointmentRow, ListPeopleInput, page } from '@portal/contracts'
import { after, cursorOf } from '../specifications/exports.ts'
import { checked, procedureFor } from '../trpc.ts'
import { appointmentRows } from './rows.ts'

/** Appointments with their persons, by organisation and name. */
export const listPeople = procedureFor('administrator', 'auditor')
  .input(ListPeopleInput)
  .output(checked(page(AppointmentRow)))
  .query(async ({ ctx: { deps, actor }, input }) => {
    const rows = await appointmentRows(deps, actor, input, after(input.cursor), input.limit + 1)
    const shown = rows.slice(0, input.limit)
    return { rows: shown, next: rows.length > input.limit ? cursorOf(shown.at(-1)?.id) : null }
  })
