import type { PublicationRuleView } from '@portal/contracts'
import { PUBLICATION_KIND_NAMES } from '@portal/domain'
import { DataTable, LoadingRows, PageHeader, StatusBadge, type Column } from '@portal/ui'
import { Button } from '@mantine/core'
import { useFocusReturn } from '@mantine/hooks'
import { IconEyeOff, IconWorld } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useActor } from '../../lib/session.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { RuleDialog } from './rule-dialog.tsx'

const COLUMNS: readonly Column<PublicationRuleView>[] = [
  { key: 'kind', header: 'Se trata de', cell: ({ kind }) => PUBLICATION_KIND_NAMES[kind] },
  {
    key: 'shown',
    header: 'Al público',
    nowrap: true,
    cell: ({ shown }) =>
      shown ? (
        <StatusBadge icon={IconWorld} tone="good" label="Se muestra" plain />
      ) : (
        <StatusBadge icon={IconEyeOff} tone="neutral" label="No se muestra" plain />
      ),
  },
  { key: 'basis', header: 'Fundamento', cell: ({ basis }) => (basis === '' ? 'Sin fundamento registrado' : basis) },
]

/** What the public side shows: the administration's to say, on a basis. */
export function PublicationPage() {
  const trpc = useTRPC()
  const mayChange = useActor().role === 'administrator'
  const [changed, setChanged] = useState<PublicationRuleView | null>(null)
  useFocusReturn({ opened: changed !== null })
  const { data, error, refetch } = useQuery(trpc.publication.rules.queryOptions())
  const columns: readonly Column<PublicationRuleView>[] = mayChange
    ? [
        ...COLUMNS,
        {
          key: 'act',
          header: 'Acto',
          cell: (rule) => (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`Cambiar: ${PUBLICATION_KIND_NAMES[rule.kind]}`}
              onClick={() => setChanged(rule)}
            >
              Cambiar
            </Button>
          ),
        },
      ]
    : COLUMNS
  return (
    <>
      <PageHeader
        title="Publicación"
        sentence={
          <>
            Lo que cualquier persona ve, sin sesión, en <Link to="/publico">Información pública</Link>. Lo reservado y
            lo confidencial no se muestra nunca.
          </>
        }
      />
      {error && !data && <QueryFailure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={2} label="Cargando lo que se publica…" />}
      {data && (
        <DataTable
          caption="Lo que se publica"
          columns={columns}
          rows={data}
          rowKey={(rule) => rule.id}
          narrow="stack"
        />
      )}
      {changed && <RuleDialog rule={changed} onClose={() => setChanged(null)} />}
    </>
  )
}
