import { Button, Group, Select, TextInput } from '@mantine/core'

type Option = { value: string; label: string }

/** A list of the address by which acts are narrowed. */
export type ActFilter<Name extends string> = { name: Name; label: string; data: readonly Option[] }

/** How acts are narrowed: by lists and by days; all of it in the address, so that a link shows the same acts. */
export function ActFilterBar<Name extends string>({
  search,
  filters,
  onChange,
}: {
  search: Readonly<Partial<Record<Name | 'desde' | 'hasta', string | undefined>>>
  filters: readonly ActFilter<Name>[]
  onChange: (change: Partial<Record<Name | 'desde' | 'hasta', string | undefined>>) => void
}) {
  const change = (name: Name | 'desde' | 'hasta', value: string | null) => {
    const changed: Partial<Record<Name | 'desde' | 'hasta', string | undefined>> = {}
    changed[name] = value === null || value === '' ? undefined : value
    onChange(changed)
  }
  const given = Object.entries(search).filter(([, value]) => value !== undefined)
  return (
    <Group gap="sm" mb="sm" align="end" role="search" aria-label="Filtros de la bitácora">
      {filters.map(({ name, label, data }) => (
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
          onChange={(value) => change(name, value)}
        />
      ))}
      {(['desde', 'hasta'] as const).map((name) => (
        <TextInput
          key={name}
          type="date"
          label={name === 'desde' ? 'Desde el día' : 'Hasta el día'}
          value={search[name] ?? ''}
          onChange={(event) => change(name, event.currentTarget.value)}
        />
      ))}
      {given.length > 0 && (
        <Button
          variant="subtle"
          color="gray.8"
          onClick={() => onChange(Object.fromEntries(given.map(([name]) => [name, undefined])) as typeof search)}
        >
          Quitar filtros
        </Button>
      )}
    </Group>
  )
}
