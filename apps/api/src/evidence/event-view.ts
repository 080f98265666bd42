import type { EventView } from '@portal/contracts'
import { detailsOf } from './details.ts'
import { saidIn } from './said.ts'
import type { Names } from './verb.ts'
import { verbOf } from './verbs.ts'

/** An event as the trail's statement gives it. */
export type TrailEvent = {
  id: number
  seq: number
  record_id: string
  record_kind: EventView['recordKind']
  verb: string
  at: string
  folio: string | null
  code: string | null
  hash: string
  /** The canonical JSON of the act. */
  body: string
  /** Whether the actor may read what an OPL did before it sent. */
  own: boolean
  /** Whether the actor may read what DERFE decided. */
  decided: boolean
  /** Whether it is about a clause or an artwork that not everybody reads. */
  restricted: boolean
}

/** One act as the actor may see it: that an OPL worked on its answer is shown, what it wrote is not. */
export function eventView(event: TrailEvent, names: Names): EventView {
  const said = saidIn(event.body)
  const hidden = !event.own && verbOf(event.verb).reads === 'own'
  const { personId, personName, organisationId, role, onBehalfOf } = said.actor ?? {}
  return {
    id: String(event.id),
    seq: event.seq,
    recordId: event.record_id,
    recordKind: event.record_kind,
    verb: event.verb,
    at: event.at,
    person:
      personId === undefined
        ? null
        : { id: personId, name: personName ?? '', onBehalfOf: onBehalfOf?.personName ?? null },
    role: role ?? 'system',
    organisation: organisationId === undefined ? null : (names[organisationId] ?? organisationId),
    reason: hidden ? null : (said.reason ?? null),
    folio: event.folio,
    code: event.code,
    details: hidden ? [] : detailsOf(event.verb, said, names, event.decided),
    hash: event.hash,
  }
}
