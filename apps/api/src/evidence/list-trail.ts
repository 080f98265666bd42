import { EventView, page, TrailInput } from '@portal/contracts'
import { checked, signedInProcedure } from '../trpc.ts'
import { readTrail } from './trail.ts'
import { beforeEvent, cursorOf } from './trail-cursor.ts'

/** The acts on a record and what belongs to it, the latest first; what the actor may not see yet is left out. */
export const listTrail = signedInProcedure
  .input(TrailInput)
  .output(checked(page(EventView)))
  .query(async ({ ctx: { deps, actor }, input: { recordId, cursor, limit, ...filters } }) => {
    const events = await readTrail(deps, actor, recordId, { filters, limit, before: beforeEvent(cursor) })
    const rows = events.slice(0, limit)
    return { rows, next: events.length > limit ? cursorOf(rows.at(-1)?.id) : null }
  })
