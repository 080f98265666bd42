import type { EventView, LogFilters } from '@portal/contracts'
import type { z } from 'zod'
import type { Reader, Statement } from '../acts/transaction.ts'
import { eventView, type TrailEvent } from './event-view.ts'
import { logStatement } from './log-statement.ts'
import type { Names } from './verb.ts'

const NAMES: Statement = {
  name: 'evidence_log_names',
  text: 'SELECT json_object_agg(id, short_name) AS names FROM organisation',
}

/** After which event a page goes on. */
export type LogPlace = { at: string; id: string }

/** A page of the log of all acts, for whoever may read everything. @returns one more than `limit` where there is a next */
export async function readLog(
  reader: Reader,
  filters: z.output<typeof LogFilters>,
  { limit, after }: { limit: number; after: LogPlace | null },
): Promise<EventView[]> {
  const { statement, values } = logStatement(filters)
  const events = await reader.rows<TrailEvent>(statement, [limit + 1, after?.at ?? null, after?.id ?? null, ...values])
  const named = await reader.one<{ names: Names }>(NAMES, [])
  return events.map((event) => eventView(event, named?.names ?? {}))
}
