import { LogFilters, type EventView } from '@portal/contracts'
import { formatInstant, RECORD_KIND_NAMES, roleName, verbName } from '@portal/domain'
import type { z } from 'zod'
import { readerOn } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { sendCsv, type CsvColumn } from '../http/csv.ts'
import type { Routes } from '../http/routes.ts'
import { Refused } from '../refused.ts'
import { readLog, type LogPlace } from './log.ts'

type Filters = z.output<typeof LogFilters>

const PAGE = 1000

/** The columns as the screen names them, with what only a machine asks for after them. */
const COLUMNS: readonly CsvColumn<EventView>[] = [
  ['Fecha y hora (centro de México)', ({ at }) => formatInstant(at)],
  ['Quién', ({ person }) => person?.name ?? 'El portal'],
  ['Función', ({ role }) => roleName(role)],
  ['Organización', ({ organisation }) => organisation ?? ''],
  ['Acto', ({ verb }) => verbName(verb)],
  ['Motivo', ({ reason }) => reason ?? ''],
  ['Acuse', ({ folio }) => folio ?? ''],
  ['Datos', ({ details }) => details.map(({ label, value }) => `${label}: ${value}`).join('\n')],
  ['Registro', ({ recordKind }) => RECORD_KIND_NAMES[recordKind]],
  ['Clave del registro', ({ recordId }) => recordId],
  ['Núm. en el registro', ({ seq }) => String(seq)],
  ['Clave del acto', ({ verb }) => verb],
  ['Instante (UTC)', ({ at }) => at],
  ['Huella (SHA-256)', ({ hash }) => hash],
]

/**
 * `GET /exports/log.csv?…`: the log that the auditor's screen shows under the same filters, whole. It is read page by
 * page, from the latest act back, so that no connection waits for whoever downloads it.
 */
export const logExportRoutes: Routes = (app, { deps, actorOf }) => {
  app.get('/exports/log.csv', async (request, reply) => {
    const actor = await actorOf(request)
    if (actor.role !== 'auditor') throw new Refused({ code: 'FORBIDDEN' })
    const filters = LogFilters.safeParse(request.query)
    if (!filters.success) throw new Refused({ code: 'NOT_FOUND' })
    return sendCsv(reply, 'bitacora.csv', COLUMNS, eventsOf(deps, filters.data))
  })
}

async function* eventsOf(deps: Deps, filters: Filters): AsyncGenerator<EventView> {
  const reader = readerOn(deps.pool)
  let after: LogPlace | null = null
  do {
    const events: EventView[] = await readLog(reader, filters, { limit: PAGE, after })
    yield* events.slice(0, PAGE)
    after = events.length > PAGE ? (events[PAGE - 1] ?? null) : null
  } while (after !== null)
}
