import { Button, Group, Select } from '@mantine/core'
import { ROUND_STATUS_NAMES, ROUND_STATUSES } from '@portal/domain'
import { DataTable, EmptyState, KeysetPager, LoadingRows, PageHeader } from '@portal/ui'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useRoundColumns } from './rounds-columns.tsx'

const route = getRouteApi('/signed-in/rondas')

const STATUS_OPTIONS = ROUND_STATUSES.map((status) => ({ value: status, label: ROUND_STATUS_NAMES[status] }))
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** The rounds that the person may see, newest first. */
export function RoundsPage() {
  const { estado, especificacion } = route.useSearch()
  const navigate = route.useNavigate()
  const trpc = useTRPC()
  const columns = useRoundColumns()
  const status = ROUND_STATUSES.find((known) => known === estado) ?? null
  const specificationId = especificacion !== undefined && UUID.test(especificacion) ? especificacion : null
  const list = useInfiniteQuery(
    trpc.rounds.list.infiniteQueryOptions(
      { status, specificationId, limit: 50 },
      { getNextPageParam: (page) => page.next, placeholderData: keepPreviousData },
    ),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const filtered = status !== null || specificationId !== null

  return (
    <>
      <PageHeader
        title="Rondas de revisión"
        sentence="Cada ronda envía una versión a los OPL, recibe sus observaciones en un plazo y termina en una matriz."
      />
      <Group gap="sm" mb="md" align="end" role="search" aria-label="Filtros de las rondas">
        <Select
          label="Estado"
          data={STATUS_OPTIONS}
          value={status}
          placeholder="Todos"
          clearable
          clearButtonProps={{ 'aria-label': 'Quitar el filtro de estado' }}
          onChange={(value) => void navigate({ search: (before) => ({ ...before, estado: value ?? undefined }) })}
        />
        {specificationId !== null && (
          <Button
            variant="default"
            onClick={() => void navigate({ search: (before) => ({ ...before, especificacion: undefined }) })}
          >
            Ver las de todas las especificaciones
          </Button>
        )}
      </Group>
      {list.error && !list.data && <QueryFailure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <LoadingRows rows={4} label="Cargando las rondas…" />}
      {list.data && rows.length === 0 && (
        <EmptyState title={filtered ? 'Ninguna ronda coincide con los filtros' : 'Todavía no hay rondas que pueda ver'}>
          {filtered
            ? 'Quite un filtro para ver las demás.'
            : 'Aparecerán aquí cuando la DERFE envíe una versión a revisión.'}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <DataTable
            caption="Rondas de revisión"
            columns={columns}
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
