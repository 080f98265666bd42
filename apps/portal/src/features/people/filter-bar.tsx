import { Button, Group, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { APPOINTMENT_STATES, type PeopleFilters } from '@portal/contracts'
import { ROLE_NAMES, ROLES } from '@portal/domain'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useOrganisations } from '../../lib/organisations.ts'
import { STATE_SIGNS } from './people-words.ts'
import './people.css'

const TYPING_MS = 300

/** As the address names them. */
export type FilterChange = { [Name in 'institucion' | 'funcion' | 'estado' | 'buscar']?: string | undefined }

const CHOICES = [
  { filter: 'organisationId', at: 'institucion', label: 'Institución', all: 'Todas' },
  { filter: 'role', at: 'funcion', label: 'Función', all: 'Todas' },
  { filter: 'state', at: 'estado', label: 'Estado', all: 'Todos' },
] as const

const OPTIONS = {
  role: ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] })),
  state: APPOINTMENT_STATES.map((state) => ({ value: state, label: STATE_SIGNS[state].label })),
} as const

/** The filters that a list of people has, which stand in the address, and the download of what they leave. */
export function FilterBar({
  of,
  filters,
  exportPath,
  onChange,
}: {
  /** Whose filters, as they are read out: `las personas`. */
  of: string
  filters: PeopleFilters
  exportPath: string
  onChange: (change: FilterChange) => void
}) {
  const organisations = useOrganisations() ?? []
  const search = useDebouncedCallback((text: string) => onChange({ buscar: text.trim() || undefined }), TYPING_MS)
  const options = {
    ...OPTIONS,
    organisationId: organisations.map(({ id, shortName }) => ({ value: id, label: shortName })),
  }
  return (
    <Group className="people-filters" gap="sm" mb="md" align="end" role="search" aria-label={`Filtros de ${of}`}>
      {filters.search !== undefined && (
        <TextInput
          label="Nombre o correo"
          type="search"
          defaultValue={filters.search ?? ''}
          onChange={(event) => search(event.currentTarget.value)}
        />
      )}
      {CHOICES.filter(({ filter }) => filters[filter] !== undefined).map(({ filter, at, label, all }) => (
        <Select
          key={filter}
          label={label}
          data={options[filter]}
          value={filters[filter] ?? null}
          placeholder={all}
          clearable
          clearButtonProps={{ 'aria-label': `Quitar el filtro de ${label.toLowerCase()}` }}
          onChange={(value) => onChange({ [at]: value ?? undefined })}
        />
      ))}
      <Button
        component="a"
        href={`${exportPath}?${exported(filters)}`}
        download
        variant="default"
        leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
      >
        Descargar la lista (CSV)
      </Button>
    </Group>
  )
}

const exported = (filters: PeopleFilters): string =>
  new URLSearchParams(
    Object.entries(filters).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  ).toString()
