import { PeopleFilters, type AppointmentRow } from '@portal/contracts'
import { ROLE_NAMES } from '@portal/domain'
import type { Routes } from '../http/routes.ts'
import { Refused } from '../refused.ts'
import { appointmentRows } from './rows.ts'

const HEADINGS = [
  'Institución',
  'Función',
  'Nombre',
  'Correo',
  'Desde',
  'Hasta',
  'Estado',
  'Oficio',
  'Acceso',
  'Motivo',
]
const STATES = { in_force: 'Vigente', future: 'Por iniciar', over: 'Terminado' } as const
const ACCESS = { active: 'Con acceso', invited: 'Con enlace por usar', none: 'Sin acceso' } as const

/** `GET /exports/people.csv` with the filters of the list: what the screen shows, whole. */
export const peopleRoutes: Routes = (app, { deps, actorOf }) => {
  app.get('/exports/people.csv', async (request, reply) => {
    const actor = await actorOf(request)
    if (actor.role !== 'administrator' && actor.role !== 'auditor') throw new Refused({ code: 'NOT_FOUND' })
    const filters = PeopleFilters.safeParse(request.query)
    if (!filters.success) throw new Refused({ code: 'NOT_FOUND' })
    const rows = await appointmentRows(deps, actor, filters.data, null, null)
    return reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="personas-y-nombramientos.csv"',
        'cache-control': 'private, no-store',
      })
      .send(`\uFEFF${[HEADINGS, ...rows.map(cells)].map(line).join('')}`)
  })
}

const cells = (row: AppointmentRow): string[] => [
  row.organisationId,
  ROLE_NAMES[row.role],
  row.person.name,
  row.person.email,
  row.fromDay,
  row.untilDay ?? '',
  STATES[row.state],
  row.letter ?? '',
  ACCESS[row.access],
  row.endReason ?? '',
]

const line = (values: readonly string[]): string => `${values.map(cell).join(',')}\r\n`

/** A text that a spreadsheet would calculate stays text. */
const cell = (value: string): string => `"${value.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`
