import { createHash } from 'node:crypto'
import type { Person } from '@portal/domain'
import type { Deps } from '../deps.ts'
import { act, type Recorded } from './act.ts'
import { canonical } from './canonical.ts'

/** What was read, on the record to which it belongs. */
export type Reading = Pick<Recorded, 'recordKind' | 'recordId' | 'verb' | 'details' | 'roundId' | 'versionId'>

/**
 * Puts on record that somebody opened what few may read, before it is given to them: without its trace there is no
 * reading, so a failure here is one of the reading. The same person on the same record leaves one event an hour, however
 * often a page is loaded again.
 */
export async function recordReading(deps: Deps, actor: Person, reading: Reading): Promise<void> {
  const hour = deps.clock.now().slice(0, 13)
  const key = keyOf(canonical([actor.appointmentId, reading.recordId, reading.verb, reading.details, hour]))
  await act(deps, actor, reading.verb, { key }, async (act) => {
    // Only the auditor, who hears of everything, is told at once.
    await act.record({ ...reading, audience: [] })
    return { recordId: reading.recordId, recordVersion: 1 }
  })
}

/** A version 8 UUID made of a text: the same text, the same key. */
function keyOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
