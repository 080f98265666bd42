import { PeopleFilters, type AppointmentRow } from '@portal/contracts'
import { ROLE_NAMES } from '@portal/domain'
import { sendCsv, type CsvColumn } from '../http/csv.ts'
import type { Routes } from '../http/routes.ts'
import { Refused } from '../refused.ts'
import { appointmentRows } from './rows.ts'

const STATES = { in_force: 'Vigente', future: 'Por iniciar', over: 'Terminado' } as const
const ACCESS = { active: 'Con acceso', invited: 'Con enlace por usar', none: 'Sin acceso' } as const

const COLUMNS: readonly CsvColumn<AppointmentRow>[] = [
  ['Institución', ({ organisationId }) => organisationId],
  ['Función', ({ role }) => ROLE_NAMES[role]],
  ['Nombre', ({ person }) => person.name],
  ['Correo', ({ person }) => person.email],
  ['Desde', ({ fromDay }) => fromDay],
  ['Hasta', ({ untilDay }) => untilDay ?? ''],
  ['Estado', ({ state }) => STATES[state]],
  ['Oficio', ({ letter }) => letter ?? ''],
  ['Acceso', ({ access }) => ACCESS[access]],
  ['Segundo factor', ({ secondFactor }) => (secondFactor ? 'Sí' : 'No')],
  ['Motivo', ({ endReason }) => endReason ?? ''],
]

/** `GET /exports/people.csv` with the filters of the list: what the screen shows, whole. */
export const peopleRoutes: Routes = (app, { deps, actorOf }) => {
  app.get('/exports/people.csv', async (request, reply) => {
    const actor = await actorOf(request)
    if (actor.role !== 'administrator' && actor.role !== 'auditor') throw new Refused({ code: 'NOT_FOUND' })
    const filters = PeopleFilters.safeParse(request.query)
    if (!filters.success) throw new Refused({ code: 'NOT_FOUND' })
    const rows = await appointmentRows(deps, actor, filters.data, null, null)
    return sendCsv(reply, 'personas-y-nombramientos.csv', COLUMNS, rows)
  })
}
