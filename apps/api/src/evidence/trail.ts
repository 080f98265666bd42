import type { EventView, TrailFilters } from '@portal/contracts'
import type { Person } from '@portal/domain'
import type { z } from 'zod'
import { recordReading, type Reading } from '../acts/reading.ts'
import { sightOf } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { found } from '../refused.ts'
import { iso, readBy } from '../specifications/exports.ts'
import { eventView, type TrailEvent } from './event-view.ts'
import { begins, isOver } from './log-statement.ts'
import { overTrail } from './records.ts'
import type { Names } from './verb.ts'
import { DELIBERATIVE_VERBS, verbsKeptFrom } from './verbs.ts'

/** The limit inside is the one outside: of no record more is read than the page can show. */
const TRAIL = overTrail(
  'evidence_trail',
  (records) => `
    WITH ${records}
    SELECT trail.events, (SELECT json_object_agg(id, short_name) FROM organisation) AS names,
      (SELECT record_kind FROM audit_chain WHERE record_id = $2::uuid) AS kind FROM (
      SELECT coalesce(json_agg(row ORDER BY row.id DESC), '[]') AS events FROM (
        SELECT event.*, records.own, records.decided, records.restricted
        FROM records
        CROSS JOIN LATERAL (
          SELECT e.id, e.seq, e.record_id, e.record_kind, e.verb, ${iso('e.at')} AS at, e.folio, e.body,
            encode(e.hash, 'hex') AS hash, r.code
          FROM audit_event AS e LEFT JOIN receipt AS r ON r.record_id = e.record_id AND r.seq = e.seq
          WHERE e.record_id = records.id
            AND ($5::bigint IS NULL OR e.id < $5) AND (records.decided OR e.verb <> ALL($6::text[]))
            AND e.verb <> ALL($12::text[])
            AND ($8::text IS NULL OR e.person_id = $8 OR represented_person(e.body) = $8) AND ($9::text IS NULL OR e.verb = $9)
            AND ($10::date IS NULL OR e.at >= ${begins('$10')}) AND ($11::date IS NULL OR e.at < ${isOver('$11')})
          ORDER BY e.seq DESC LIMIT $7
        ) AS event
        ORDER BY event.id DESC LIMIT $7
      ) AS row
    ) AS trail
    WHERE EXISTS (SELECT FROM records WHERE id = $2)`,
)

type Found = { events: TrailEvent[]; names: Names; kind: TrailEvent['record_kind'] }

type Page = { filters: z.output<typeof TrailFilters>; limit: number; before: string | null }

/**
 * A page of the acts on a record and what belongs to it, the latest first; what the actor may not see yet is left out.
 * What among them is about what not everybody reads leaves an event first.
 * @returns one more than `limit` where there is a next
 * @throws Refused NOT_FOUND
 */
export async function readTrail(
  deps: Deps,
  actor: Person,
  recordId: string,
  { filters, limit, before }: Page,
): Promise<EventView[]> {
  const { personId, verb, from, until } = filters
  const row = await readerOn(deps.pool, sightOf(actor)).one<Found>(TRAIL(actor), [
    actor.organisationId,
    recordId,
    ...readBy(actor, deps.clock.now()),
    before,
    DELIBERATIVE_VERBS,
    limit + 1,
    personId ?? null,
    verb ?? null,
    from ?? null,
    until ?? null,
    verbsKeptFrom(actor),
  ])
  const { events, names, kind } = found(row)
  if (events.some((event) => event.restricted)) await recordReading(deps, actor, reservedTrail(kind, recordId))
  return events.map((event) => eventView(event, names))
}

const reservedTrail = (recordKind: TrailEvent['record_kind'], recordId: string): Reading => ({
  recordKind,
  recordId,
  verb: 'evidence.readTrail',
  details: {},
  roundId: null,
  versionId: null,
})
