import { Button } from '@mantine/core'
import type { EventView } from '@portal/contracts'
import { formatCount, RECORD_KIND_NAMES } from '@portal/domain'
import { DataTable, EmptyState, KeysetPager, LoadingRows, PageHeader, type Column } from '@portal/ui'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { LogFilterBar } from './log-filter-bar.tsx'
import { logExportAddress, logFilters } from './log-filters.ts'
import { EVENT_COLUMNS } from './trail-table.tsx'

const route = getRouteApi('/signed-in/bitacora')

const COLUMNS: readonly Column<EventView>[] = [
  ...EVENT_COLUMNS,
  {
    key: 'record',
    header: 'Registro',
    nowrap: true,
    cell: ({ recordId, recordKind, seq }) => (
      <>
        <Link to="/bitacora/$recordId" params={{ recordId }}>
          {RECORD_KIND_NAMES[recordKind]}
        </Link>
        , acto {formatCount(seq)}
      </>
    ),
  },
]

/** Every act of everybody: what the auditor reads, and nobody can change. */
export function LogPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const trpc = useTRPC()
  const list = useInfiniteQuery(
    trpc.evidence.log.infiniteQueryOptions(
      { ...logFilters(search), limit: 50 },
      { getNextPageParam: (page) => page.next, placeholderData: keepPreviousData },
    ),
  )
  const events = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <PageHeader
        title="Bitácora general"
        sentence="Todos los actos, del más reciente al primero. Ninguno se puede cambiar ni borrar."
        action={
          <Button
            component="a"
            href={logExportAddress(search)}
            download
            variant="default"
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          >
            Descargar en CSV
          </Button>
        }
      />
      <LogFilterBar
        search={search}
        onChange={(change) =>
          void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false })
        }
      />
      {list.error && !list.data && <QueryFailure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <LoadingRows rows={8} label="Cargando la bitácora…" />}
      {list.data && events.length === 0 && (
        <EmptyState title="Ningún acto coincide">Quite un filtro o cambie las fechas para ver otros.</EmptyState>
      )}
      {events.length > 0 && (
        <>
          <DataTable caption="Actos" columns={COLUMNS} rows={events} rowKey={({ id }) => id} narrow="stack" />
          <KeysetPager
            shown={events.length}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </>
  )
}
