import { Day, Id, type LogInput } from '@portal/contracts'
import { RECORD_KINDS } from '@portal/domain'
import type { z } from 'zod'

/** As the address carries them. */
export type LogSearch = {
  organizacion?: string | undefined
  persona?: string | undefined
  acto?: string | undefined
  registro?: string | undefined
  clave?: string | undefined
  desde?: string | undefined
  hasta?: string | undefined
}

type Filters = Omit<z.input<typeof LogInput>, 'cursor' | 'limit'>

const day = (text: string | undefined) => Day.safeParse(text).data ?? null

/** What the API is asked for: what an address has of unknown values filters nothing. */
export const logFilters = (search: LogSearch): Filters => ({
  organisationId: search.organizacion?.slice(0, 40) ?? null,
  personId: search.persona?.slice(0, 64) ?? null,
  verb: search.acto?.slice(0, 60) ?? null,
  recordKind: RECORD_KINDS.find((known) => known === search.registro) ?? null,
  recordId: Id.safeParse(search.clave).data ?? null,
  from: day(search.desde),
  until: day(search.hasta),
})

/** The address of the whole list as a file, under the same filters. */
export function logExportAddress(search: LogSearch): string {
  const asked = Object.entries(logFilters(search)).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const query = new URLSearchParams(asked).toString()
  return query === '' ? '/exports/log.csv' : `/exports/log.csv?${query}`
}
