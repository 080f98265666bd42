import { Button, Group, Select } from '@mantine/core'
import {
  hasFilters,
  OBSERVATION_CHOICES,
  observationFilters,
  type ObservationFilter,
  type ObservationSearch,
} from './observation-filters.ts'
import { useClauseChoices } from './clause-choices.ts'
import { useOrganisations } from './organisations.ts'

const LABELS = {
  opl: 'OPL',
  numeral: 'Numeral',
  tipo: 'Tipo',
  estado: 'Estado',
  sentido: 'Sentido',
} as const satisfies Record<ObservationFilter, string>

/** Filters of a list of observations; they live in the address, so that a link shows the same rows. */
export function ObservationFilterBar({
  filters,
  search,
  versionId,
  onChange,
}: {
  filters: readonly ObservationFilter[]
  search: ObservationSearch
  /** Whose clauses there are to choose from, where they are a filter. */
  versionId?: string
  onChange: (change: ObservationSearch) => void
}) {
  const opl = useOrganisations()?.filter(({ kind }) => kind === 'opl')
  const clauses = useClauseChoices(filters.includes('numeral') ? (versionId ?? null) : null)
  const { organisationId, clauseId, type, status, disposition } = observationFilters(search)
  const values = {
    opl: organisationId,
    numeral: clauseId,
    tipo: type,
    estado: status,
    sentido: disposition === null ? null : (search.sentido ?? null),
  }
  const choicesOf = (filter: ObservationFilter) => {
    if (filter === 'opl') return (opl ?? []).map(({ id, shortName }) => ({ value: id, label: shortName }))
    return filter === 'numeral' ? clauses : OBSERVATION_CHOICES[filter]
  }
  const none = Object.fromEntries(filters.map((filter) => [filter, undefined])) as ObservationSearch
  return (
    <Group gap="sm" mb="sm" align="end" role="search" aria-label="Filtros de las observaciones">
      {filters.map((filter) => (
        <Select
          key={filter}
          label={LABELS[filter]}
          data={choicesOf(filter)}
          value={values[filter]}
          placeholder="Todos"
          clearable
          searchable={filter === 'numeral'}
          nothingFoundMessage="Ningún numeral coincide"
          clearButtonProps={{ 'aria-label': `Quitar el filtro ${LABELS[filter]}` }}
          w="11rem"
          onChange={(value) => onChange({ [filter]: value ?? undefined })}
        />
      ))}
      {hasFilters(search) && (
        <Button variant="subtle" color="gray.8" onClick={() => onChange(none)}>
          Quitar filtros
        </Button>
      )}
    </Group>
  )
}
