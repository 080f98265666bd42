import { Button, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import type { PublicVersionRow } from '@portal/contracts'
import {
  DataTable,
  EmptyState,
  KeysetPager,
  LoadingRows,
  PageHeader,
  VersionStatusBadge,
  type Column,
} from '@portal/ui'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Illustrative } from '../../lib/illustrative.tsx'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { ApprovedBy } from './public-resolution.tsx'

const route = getRouteApi('/public/publico')

const COLUMNS: readonly Column<PublicVersionRow>[] = [
  {
    key: 'title',
    header: 'Documento',
    width: '50%',
    cell: ({ id, title, number, illustrative }) => (
      <>
        <Link to="/publico/$versionId" params={{ versionId: id }}>
          {title}, versión {number}
        </Link>
        {illustrative && <Illustrative />}
      </>
    ),
  },
  { key: 'status', header: 'Estado', nowrap: true, cell: ({ status }) => <VersionStatusBadge status={status} plain /> },
  { key: 'resolution', header: 'Acuerdo del Consejo General', cell: (row) => <ApprovedBy version={row} /> },
]

/** What was approved, for anybody and without a session. */
export function PublicVersionsPage() {
  const { buscar } = route.useSearch()
  const navigate = route.useNavigate()
  const trpc = useTRPC()
  const list = useInfiniteQuery(
    trpc.publication.list.infiniteQueryOptions(
      { search: buscar ?? null, limit: 50 },
      { getNextPageParam: (page) => page.next, placeholderData: keepPreviousData },
    ),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const search = useDebouncedCallback((text: string) => {
    void navigate({ search: { buscar: text === '' ? undefined : text }, replace: true })
  }, 300)
  const query = buscar === undefined ? '' : `?${new URLSearchParams({ buscar })}`
  return (
    <>
      <PageHeader
        title="Información pública"
        sentence={
          <>
            Especificaciones aprobadas por el Consejo General, con su acuerdo. También puede{' '}
            <Link to="/verificar">verificar un acuse o un archivo</Link>.
          </>
        }
        action={
          rows.length > 0 && (
            <Button
              component="a"
              href={`/exports/publico/versiones.csv${query}`}
              download
              variant="default"
              leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
            >
              Descargar la lista (CSV)
            </Button>
          )
        }
      />
      <TextInput
        label="Buscar en el título"
        type="search"
        maw="24rem"
        mb="md"
        defaultValue={buscar ?? ''}
        onChange={(event) => search(event.currentTarget.value.trim())}
      />
      {list.error && !list.data && <QueryFailure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <LoadingRows rows={4} label="Cargando la información pública…" />}
      {list.data && rows.length === 0 && (
        <EmptyState title={buscar === undefined ? 'Todavía no hay versiones aprobadas' : 'Ningún título coincide'}>
          {buscar === undefined
            ? 'Aparecerán aquí cuando las apruebe el Consejo General.'
            : 'Busque otra palabra del título.'}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <DataTable
            caption="Versiones aprobadas"
            columns={COLUMNS}
            rows={rows}
            rowKey={(row) => row.id}
            narrow="stack"
          />
          <KeysetPager
            shown={rows.length}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </>
  )
}
