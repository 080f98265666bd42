import { Id, LogFilters, TrailFilters, type EventView } from '@portal/contracts'
import type { Person } from '@portal/domain'
import type { z } from 'zod'
import { readerOn } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { sendCsv } from '../http/csv.ts'
import type { Routes } from '../http/routes.ts'
import { Refused } from '../refused.ts'
import { EVENT_COLUMNS } from './event-csv.ts'
import { readLog, type LogPlace } from './log.ts'
import { readTrail } from './trail.ts'

type Filters = z.output<typeof LogFilters>

const PAGE = 1000

/**
 * `GET /exports/log.csv?…`: the log that the auditor's screen shows under the same filters, whole.
 * `GET /exports/records/<id>/acts.csv?…`: the trail of a record in the same way, for whoever may see it.
 * Both are read page by page, from the latest act back, so that no connection waits for whoever downloads them.
 */
export const logExportRoutes: Routes = (app, { deps, actorOf }) => {
  app.get('/exports/log.csv', async (request, reply) => {
    const actor = await actorOf(request)
    if (actor.role !== 'auditor') throw new Refused({ code: 'FORBIDDEN' })
    const filters = LogFilters.safeParse(request.query)
    if (!filters.success) throw new Refused({ code: 'NOT_FOUND' })
    return sendCsv(reply, 'bitacora.csv', EVENT_COLUMNS, eventsOf(deps, filters.data))
  })

  app.get<{ Params: { id: string } }>('/exports/records/:id/acts.csv', async (request, reply) => {
    const actor = await actorOf(request)
    const asked = TrailFilters.extend({ id: Id }).safeParse({ ...(request.query as object), id: request.params.id })
    if (!asked.success) throw new Refused({ code: 'NOT_FOUND' })
    const { id, ...filters } = asked.data
    // Asked before anything is sent: what may not be seen is refused, not an empty file.
    const first = await readTrail(deps, actor, id, { filters, limit: PAGE, before: null })
    return sendCsv(reply, `bitacora-${id}.csv`, EVENT_COLUMNS, trailFrom(deps, actor, { id, filters, first }))
  })
}

async function* trailFrom(
  deps: Deps,
  actor: Person,
  { id, filters, first }: { id: string; filters: z.output<typeof TrailFilters>; first: EventView[] },
): AsyncGenerator<EventView> {
  let events = first
  for (;;) {
    yield* events.slice(0, PAGE)
    const last = events[PAGE - 1]
    if (last === undefined || events.length === PAGE) return
    events = await readTrail(deps, actor, id, { filters, limit: PAGE, before: last.id })
  }
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
