import type { ExpedienteData } from '@portal/documents'
import { actingName, formatInstant, RECORD_KIND_NAMES, roleName, verbName } from '@portal/domain'
import { eventView } from '../event-view.ts'
import type { GatheredRecord } from './gather-record.ts'

/** What the index of an expediente says, in whatever format: its acts from the first on, as the actor may read them. */
export function indexData(record: GatheredRecord, recordId: string, exportedAt: string): ExpedienteData {
  const acts = record.events
    .toSorted((one, other) => one.id - other.id)
    .map((event) => eventView(event, record.names))
    .map((event) => ({
      at: formatInstant(event.at),
      who: whoActed(event),
      act: verbName(event.verb),
      details: event.details,
      reason: event.reason ?? '',
      folio: event.folio ?? '',
      recordId: event.recordId,
      place: `${RECORD_KIND_NAMES[event.recordKind]}, acto ${event.seq}`,
    }))
  const receipts = record.receipts.map(({ folio }) => folio)
  return { recordId, exportedAt, acts, receipts, files: record.files }
}

const whoActed = ({ person, role, organisation }: ReturnType<typeof eventView>): string =>
  `${person === null ? 'El portal' : actingName(person)}\n${roleName(role)}${organisation === null ? '' : `, ${organisation}`}`
