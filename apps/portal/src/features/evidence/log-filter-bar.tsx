import { Button, Group, Select, TextInput } from '@mantine/core'
import { RECORD_KIND_NAMES, RECORD_KINDS, verbName } from '@portal/domain'
import { useQuery } from '@tanstack/react-query'
import { useOrganisations } from '../../lib/organisations.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { logFilters, type LogSearch } from './log-filters.ts'

const KINDS = RECORD_KINDS.map((kind) => ({ value: kind, label: RECORD_KIND_NAMES[kind] }))
const NONE: LogSearch = {
  organizacion: undefined,
  persona: undefined,
  acto: undefined,
  registro: undefined,
  clave: undefined,
  desde: undefined,
  hasta: undefined,
}

/** Who, what, on what and when; all of it in the address, so that a link shows the same acts. */
export function LogFilterBar({ search, onChange }: { search: LogSearch; onChange: (change: LogSearch) => void }) {
  const trpc = useTRPC()
  const choices = useQuery(trpc.evidence.logChoices.queryOptions()).data
  const organisations = useOrganisations() ?? []
  const filtered = Object.values(logFilters(search)).some((value) => value !== null)
  const lists = [
    ['organizacion', 'Organización', organisations.map(({ id, shortName }) => ({ value: id, label: shortName }))],
    ['persona', 'Persona', (choices?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))],
    ['acto', 'Acto', (choices?.verbs ?? []).map((verb) => ({ value: verb, label: verbName(verb) }))],
    ['registro', 'Registro', KINDS],
  ] as const
  return (
    <Group gap="sm" mb="sm" align="end" role="search" aria-label="Filtros de la bitácora">
      {lists.map(([name, label, data]) => (
        <Select
          key={name}
          label={label}
          data={data}
          value={search[name] ?? null}
          placeholder="Todos"
          searchable
          nothingFoundMessage="Nada coincide"
          clearable
          clearButtonProps={{ 'aria-label': `Quitar el filtro ${label}` }}
          w="14rem"
          onChange={(value) => onChange({ [name]: value ?? undefined })}
        />
      ))}
      {(['desde', 'hasta'] as const).map((name) => (
        <TextInput
          key={name}
          type="date"
          label={name === 'desde' ? 'Desde el día' : 'Hasta el día'}
          value={search[name] ?? ''}
          onChange={(event) => onChange({ [name]: event.currentTarget.value || undefined })}
        />
      ))}
      {filtered && (
        <Button variant="subtle" color="gray.8" onClick={() => onChange(NONE)}>
          Quitar filtros
        </Button>
      )}
    </Group>
  )
}
