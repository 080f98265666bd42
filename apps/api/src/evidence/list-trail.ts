import { type EventView, EventView as View, page, TrailInput } from '@portal/contracts'
import { sightOf } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import { found } from '../refused.ts'
import { iso, readBy } from '../specifications/exports.ts'
import { checked, signedInProcedure } from '../trpc.ts'
import { eventView, type TrailEvent } from './event-view.ts'
import { overTrail } from './records.ts'
import { beforeEvent, cursorOf } from './trail-cursor.ts'
import { DELIBERATIVE_VERBS, type Names } from './verbs.ts'

/** The limit inside is the one outside: of no record more is read than the page can show. */
const TRAIL = overTrail(
  'evidence_trail',
  (records) => `
    WITH ${records}
    SELECT trail.events, (SELECT json_object_agg(id, short_name) FROM organisation) AS names FROM (
      SELECT coalesce(json_agg(row ORDER BY row.id DESC), '[]') AS events FROM (
        SELECT event.*, records.own, records.decided
        FROM records
        CROSS JOIN LATERAL (
          SELECT e.id, e.seq, e.record_id, e.record_kind, e.verb, ${iso('e.at')} AS at, e.folio, e.body,
            encode(e.hash, 'hex') AS hash, r.code
          FROM audit_event AS e LEFT JOIN receipt AS r ON r.record_id = e.record_id AND r.seq = e.seq
          WHERE e.record_id = records.id
            AND ($5::bigint IS NULL OR e.id < $5) AND (records.decided OR e.verb <> ALL($6::text[]))
          ORDER BY e.seq DESC LIMIT $7
        ) AS event
        ORDER BY event.id DESC LIMIT $7
      ) AS row
    ) AS trail
    WHERE EXISTS (SELECT FROM records WHERE id = $2)`,
)

/** The acts on a record and what belongs to it, the latest first; what the actor may not see yet is left out. */
export const listTrail = signedInProcedure
  .input(TrailInput)
  .output(checked(page(View)))
  .query(async ({ ctx: { deps, actor }, input }): Promise<{ rows: EventView[]; next: string | null }> => {
    const row = await readerOn(deps.pool, sightOf(actor)).one<{ events: TrailEvent[]; names: Names }>(TRAIL(actor), [
      actor.organisationId,
      input.recordId,
      ...readBy(actor, deps.clock.now()),
      beforeEvent(input.cursor),
      DELIBERATIVE_VERBS,
      input.limit + 1,
    ])
    const { events, names } = found(row)
    const shown = events.slice(0, input.limit)
    return {
      rows: shown.map((event) => eventView(event, names)),
      next: events.length > input.limit ? cursorOf(shown.at(-1)?.id) : null,
    }
  })
