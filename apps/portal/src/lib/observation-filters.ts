import {
  DISPOSITION_NAMES,
  DISPOSITIONS,
  OBSERVATION_STATUS_NAMES,
  OBSERVATION_STATUSES,
  OBSERVATION_TYPE_NAMES,
  OBSERVATION_TYPES,
} from '@portal/domain'

/** As the address carries them. */
export type ObservationSearch = {
  opl?: string | undefined
  /** Of a clause of the round's version: its id. */
  numeral?: string | undefined
  tipo?: string | undefined
  estado?: string | undefined
  sentido?: string | undefined
}
export type ObservationFilter = keyof ObservationSearch

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

const WITHOUT = 'sin-sentido'
const named = <Key extends string>(keys: readonly Key[], names: Record<Key, string>) =>
  keys.map((key) => ({ value: key as string, label: names[key] }))

export const OBSERVATION_CHOICES = {
  tipo: named(OBSERVATION_TYPES, OBSERVATION_TYPE_NAMES),
  estado: named(OBSERVATION_STATUSES, OBSERVATION_STATUS_NAMES),
  sentido: [...named(DISPOSITIONS, DISPOSITION_NAMES), { value: WITHOUT, label: 'Sin sentido' }],
} as const

const DISPOSITION_FILTERS = [...DISPOSITIONS, WITHOUT] as const

/** What the API is asked for: what an address has of unknown values filters nothing. */
export function observationFilters({ opl, numeral, tipo, estado, sentido }: ObservationSearch) {
  const disposition = DISPOSITION_FILTERS.find((known) => known === sentido) ?? null
  return {
    organisationId: opl !== undefined && opl.length <= 40 ? opl : null,
    clauseId: numeral !== undefined && ID.test(numeral) ? numeral : null,
    type: OBSERVATION_TYPES.find((known) => known === tipo) ?? null,
    status: OBSERVATION_STATUSES.find((known) => known === estado) ?? null,
    disposition: disposition === WITHOUT ? ('none' as const) : disposition,
  }
}

export const hasFilters = (search: ObservationSearch): boolean =>
  Object.values(observationFilters(search)).some((value) => value !== null)
