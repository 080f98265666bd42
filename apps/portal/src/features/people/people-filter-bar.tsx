import { Button, Group, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { APPOINTMENT_STATES, type PeopleFilters } from '@portal/contracts'
import { ROLE_NAMES, ROLES } from '@portal/domain'
import { getRouteApi } from '@tanstack/react-router'
import { useOrganisations } from '../../lib/organisations.ts'
import { STATE_SIGNS } from './people-words.ts'

const route = getRouteApi('/signed-in/personas')
const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] }))
const STATE_OPTIONS = APPOINTMENT_STATES.map((state) => ({ value: state, label: STATE_SIGNS[state].label }))
const TYPING_MS = 300

export function PeopleFilterBar({ filters }: { filters: PeopleFilters }) {
  const navigate = route.useNavigate()
  const organisations = useOrganisations() ?? []
  const filter = (change: { institucion?: string; funcion?: string; estado?: string; buscar?: string } | object) =>
    void navigate({ search: (before) => ({ ...before, ...change }) })
  const search = useDebouncedCallback((text: string) => filter({ buscar: text.trim() || undefined }), TYPING_MS)
  return (
    <Group gap="sm" mb="md" align="end" role="search" aria-label="Filtros de las personas">
      <TextInput
        label="Nombre o correo"
        type="search"
        defaultValue={filters.search ?? ''}
        onChange={(event) => search(event.currentTarget.value)}
      />
      <Select
        label="Institución"
        data={organisations.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        value={filters.organisationId ?? null}
        placeholder="Todas"
        clearable
        clearButtonProps={{ 'aria-label': 'Quitar el filtro de institución' }}
        onChange={(value) => filter({ institucion: value ?? undefined })}
      />
      <Select
        label="Función"
        data={ROLE_OPTIONS}
        value={filters.role ?? null}
        placeholder="Todas"
        clearable
        clearButtonProps={{ 'aria-label': 'Quitar el filtro de función' }}
        onChange={(value) => filter({ funcion: value ?? undefined })}
      />
      <Select
        label="Estado"
        data={STATE_OPTIONS}
        value={filters.state ?? null}
        placeholder="Todos"
        clearable
        clearButtonProps={{ 'aria-label': 'Quitar el filtro de estado' }}
        onChange={(value) => filter({ estado: value ?? undefined })}
      />
      <Button
        component="a"
        href={`/exports/people.csv?${exported(filters)}`}
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
