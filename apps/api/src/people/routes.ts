import { DelegationFilters, PeopleFilters, type AppointmentRow, type DelegationRow } from '@portal/contracts'
import { ROLE_NAMES, type Person } from '@portal/domain'
import { sendCsv, type CsvColumn } from '../http/csv.ts'
import type { Routes } from '../http/routes.ts'
import { Refused } from '../refused.ts'
import { delegationRows } from './delegation-rows.ts'
import { appointmentRows } from './rows.ts'

const STATES = { in_force: 'Vigente', future: 'Por iniciar', over: 'Terminado' } as const
const ACCESS = {
  active: 'Con acceso',
  provider: 'Con su institución',
  invited: 'Con enlace por usar',
  none: 'Sin acceso',
} as const

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

const DELEGATION_COLUMNS: readonly CsvColumn<DelegationRow>[] = [
  ['Quién actúa', ({ person }) => person.name],
  ['En lugar de', ({ holder }) => holder.name],
  ['Institución', ({ organisationId }) => organisationId],
  ['Función', ({ role }) => ROLE_NAMES[role]],
  ['Estado', ({ state }) => STATES[state]],
  ['Desde', ({ fromDay }) => fromDay],
  ['Hasta', ({ untilDay }) => untilDay],
  ['Oficio', ({ letter }) => letter],
  ['Archivo', ({ letterFile }) => letterFile.name],
  ['Razón', ({ reason }) => reason],
  ['Terminada', ({ endedAt }) => endedAt ?? ''],
  ['Motivo del término', ({ endReason }) => endReason ?? ''],
]

const mayExport = ({ role }: Person): boolean => role === 'administrator' || role === 'auditor'

/** `GET /exports/people.csv` and `/exports/delegations.csv` with the filters of the list: what the screen shows, whole. */
export const peopleRoutes: Routes = (app, { deps, actorOf }) => {
  app.get('/exports/people.csv', async (request, reply) => {
    const actor = await actorOf(request)
    if (!mayExport(actor)) throw new Refused({ code: 'NOT_FOUND' })
    const filters = PeopleFilters.safeParse(request.query)
    if (!filters.success) throw new Refused({ code: 'NOT_FOUND' })
    const rows = await appointmentRows(deps, actor, filters.data, null, null)
    return sendCsv(reply, 'personas-y-nombramientos.csv', COLUMNS, rows)
  })
  app.get('/exports/delegations.csv', async (request, reply) => {
    const actor = await actorOf(request)
    if (!mayExport(actor)) throw new Refused({ code: 'NOT_FOUND' })
    const filters = DelegationFilters.safeParse(request.query)
    if (!filters.success) throw new Refused({ code: 'NOT_FOUND' })
    const rows = await delegationRows(deps, actor, filters.data, null, null)
    return sendCsv(reply, 'suplencias.csv', DELEGATION_COLUMNS, rows)
  })
}
