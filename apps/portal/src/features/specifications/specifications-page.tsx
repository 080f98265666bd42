import { Button, Group, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import type { SpecificationRow } from '@portal/contracts'
import { DataTable, EmptyState, KeysetPager, LoadingRows, Moment, PageHeader, VersionStatusBadge } from '@portal/ui'
import type { Column } from '@portal/ui'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useActor } from '../../lib/session.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { Illustrative } from '../../lib/illustrative.tsx'
import { NewSpecificationDialog } from './new-specification-dialog.tsx'
import { KIND_OPTIONS, kindOf, SPECIFICATION_KIND_NAMES } from './specification-kinds.ts'

const route = getRouteApi('/signed-in/especificaciones')

const COLUMNS: readonly Column<SpecificationRow>[] = [
  {
    key: 'title',
    header: 'Documento',
    width: '46%',
    cell: ({ id, title, illustrative }) => (
      <>
        <Link to="/especificaciones/$specificationId" params={{ specificationId: id }}>
          {title}
        </Link>
        {illustrative && <Illustrative />}
      </>
    ),
  },
  { key: 'kind', header: 'Tipo', cell: ({ kind }) => SPECIFICATION_KIND_NAMES[kind] },
  {
    key: 'version',
    header: 'Última versión',
    nowrap: true,
    cell: ({ latest }) =>
      latest === null ? (
        'Sin versiones'
      ) : (
        <Link to="/versiones/$versionId" params={{ versionId: latest.id }}>
          Versión {latest.number}
        </Link>
      ),
  },
  {
    key: 'status',
    header: 'Estado',
    nowrap: true,
    cell: ({ latest }) => (latest === null ? '—' : <VersionStatusBadge status={latest.status} plain />),
  },
  {
    key: 'since',
    header: 'Desde',
    nowrap: true,
    cell: ({ latest, createdAt }) => <Moment at={latest === null ? createdAt : latest.statusSince} />,
  },
]

/** The documents under review, newest first. */
export function SpecificationsPage() {
  const { tipo, buscar } = route.useSearch()
  const navigate = route.useNavigate()
  const trpc = useTRPC()
  const mayCreate = useActor().role === 'derfe_coordinator'
  const [creating, setCreating] = useState(false)
  const list = useInfiniteQuery(
    trpc.specifications.list.infiniteQueryOptions(
      { kind: kindOf(tipo), search: buscar ?? null, limit: 50 },
      { getNextPageParam: (page) => page.next, placeholderData: keepPreviousData },
    ),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const search = useDebouncedCallback((text: string) => {
    void navigate({ search: (before) => ({ ...before, buscar: text === '' ? undefined : text }), replace: true })
  }, 300)
  const filtered = tipo !== undefined || buscar !== undefined

  return (
    <>
      <PageHeader
        title="Especificaciones"
        sentence="Documentos que la DERFE somete a revisión de los OPL, con sus versiones y rondas."
        action={
          mayCreate && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
              Nueva especificación
            </Button>
          )
        }
      />
      <Group gap="sm" mb="md" align="end" role="search">
        <TextInput
          label="Buscar en el título"
          defaultValue={buscar ?? ''}
          onChange={(event) => search(event.currentTarget.value.trim())}
        />
        <Select
          label="Tipo"
          data={KIND_OPTIONS}
          value={kindOf(tipo)}
          placeholder="Todos"
          clearable
          onChange={(value) => void navigate({ search: (before) => ({ ...before, tipo: value ?? undefined }) })}
        />
      </Group>
      {list.error && !list.data && <QueryFailure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <LoadingRows rows={4} label="Cargando las especificaciones…" />}
      {list.data && rows.length === 0 && (
        <EmptyState
          title={filtered ? 'Nada coincide con los filtros' : 'Todavía no hay especificaciones que pueda ver'}
        >
          {filtered
            ? 'Quite un filtro o busque otra palabra del título.'
            : 'Aparecerán aquí cuando la DERFE las envíe.'}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <DataTable caption="Especificaciones" columns={COLUMNS} rows={rows} rowKey={(row) => row.id} narrow="stack" />
          <KeysetPager
            shown={rows.length}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
      {mayCreate && <NewSpecificationDialog opened={creating} onClose={() => setCreating(false)} />}
    </>
  )
}
