import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload } from '@tabler/icons-react'
import { observationFilters, type ObservationSearch } from './observation-filters.ts'

const FORMATS = [
  ['xlsx', 'Excel (XLSX)'],
  ['docx', 'Word (DOCX)'],
  ['pdf', 'PDF accesible'],
  ['json', 'Datos (JSON)'],
] as const

/** What an extract can be cut down to; other filters of a list are of the screen alone. */
const EXTRACTED = ['opl', 'numeral', 'tipo', 'sentido'] as const

/**
 * The round's observations that the person may see, as a file with stable row ids: all of them, or, where the list is
 * filtered, an extract of the same rows.
 */
export function ObservationExportMenu({ roundId, search }: { roundId: string; search: ObservationSearch }) {
  const filters = addressOf(search)
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          Descargar
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {filters !== '' && (
          <>
            <Menu.Label>Extracto con estos filtros</Menu.Label>
            <Formats address={`/exports/rounds/${roundId}/matrix`} query={`?${filters}`} />
            <Menu.Divider />
            <Menu.Label>Matriz completa</Menu.Label>
          </>
        )}
        <Formats address={`/exports/rounds/${roundId}/matrix`} query="" />
      </Menu.Dropdown>
    </Menu>
  )
}

const Formats = ({ address, query }: { address: string; query: string }) =>
  FORMATS.map(([format, label]) => (
    <Menu.Item key={format} component="a" href={`${address}.${format}${query}`} download>
      {label}
    </Menu.Item>
  ))

/** Only what the API would know too: what it does not is no filter of the list either. */
function addressOf(search: ObservationSearch): string {
  const { organisationId, clauseId, type, disposition } = observationFilters(search)
  const known = { opl: organisationId, numeral: clauseId, tipo: type, sentido: disposition }
  const filters = new URLSearchParams()
  for (const name of EXTRACTED) {
    const value = search[name]
    if (known[name] !== null && value !== undefined) filters.set(name, value)
  }
  return filters.toString()
}
