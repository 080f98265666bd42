import { RECORD_KIND_NAMES, RECORD_KINDS } from '@portal/domain'
import { useQuery } from '@tanstack/react-query'
import { useOrganisations } from '../../lib/organisations.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { ActFilterBar } from './act-filter-bar.tsx'
import { actChoices } from './act-choices.ts'
import type { LogSearch } from './log-filters.ts'

const KINDS = RECORD_KINDS.map((kind) => ({ value: kind, label: RECORD_KIND_NAMES[kind] }))

/** Who, what, on what and when. */
export function LogFilterBar({ search, onChange }: { search: LogSearch; onChange: (change: LogSearch) => void }) {
  const trpc = useTRPC()
  const choices = useQuery(trpc.evidence.logChoices.queryOptions()).data
  const organisations = (useOrganisations() ?? []).map(({ id, shortName }) => ({ value: id, label: shortName }))
  return (
    <ActFilterBar
      search={search}
      filters={[
        { name: 'organizacion', label: 'Organización', data: organisations },
        ...actChoices(choices),
        { name: 'registro', label: 'Registro', data: KINDS },
      ]}
      onChange={onChange}
    />
  )
}
