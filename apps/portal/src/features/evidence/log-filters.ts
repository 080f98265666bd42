import { Day, Id, type LogInput, type TrailInput } from '@portal/contracts'
import { RECORD_KINDS } from '@portal/domain'
import type { z } from 'zod'

/** As the address carries them. */
export type TrailSearch = {
  persona?: string | undefined
  acto?: string | undefined
  desde?: string | undefined
  hasta?: string | undefined
}
export type LogSearch = TrailSearch & {
  organizacion?: string | undefined
  registro?: string | undefined
  clave?: string | undefined
}

type TrailFilters = Omit<z.input<typeof TrailInput>, 'cursor' | 'limit' | 'recordId'>
type Filters = Omit<z.input<typeof LogInput>, 'cursor' | 'limit'>

const day = (text: string | undefined) => Day.safeParse(text).data ?? null

/** What the API is asked for: what an address has of unknown values filters nothing. */
export const trailFilters = (search: TrailSearch): TrailFilters => ({
  personId: search.persona?.slice(0, 64) ?? null,
  verb: search.acto?.slice(0, 60) ?? null,
  from: day(search.desde),
  until: day(search.hasta),
})
export const logFilters = (search: LogSearch): Filters => ({
  ...trailFilters(search),
  organisationId: search.organizacion?.slice(0, 40) ?? null,
  recordKind: RECORD_KINDS.find((known) => known === search.registro) ?? null,
  recordId: Id.safeParse(search.clave).data ?? null,
})

/** The address of the whole list as a file, under the same filters. */
export const logExportAddress = (search: LogSearch): string => filtered('/exports/log.csv', logFilters(search))
export const trailExportAddress = (recordId: string, search: TrailSearch): string =>
  filtered(`/exports/records/${recordId}/acts.csv`, trailFilters(search))

function filtered(path: string, filters: Filters | TrailFilters): string {
  const asked = Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const query = new URLSearchParams(asked).toString()
  return query === '' ? path : `${path}?${query}`
}
