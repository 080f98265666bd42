import { Button, Group } from '@mantine/core'
import { EmptyState, KeysetPager, LoadingRows, PageHeader } from '@portal/ui'
import { IconFileSpreadsheet, IconFileZip } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { actChoices } from './act-choices.ts'
import { ActFilterBar } from './act-filter-bar.tsx'
import { trailExportAddress, trailFilters } from './log-filters.ts'
import { TrailCheckLine } from './trail-check-line.tsx'
import { TrailTable } from './trail-table.tsx'

const route = getRouteApi('/signed-in/bitacora/$recordId')

/** The audit trail of a record: who did what, when, with what reason, and whether the chain still holds. */
export function TrailPage() {
  const { recordId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const trpc = useTRPC()
  const trail = useInfiniteQuery(
    trpc.evidence.trail.infiniteQueryOptions(
      { recordId, ...trailFilters(search), limit: 50 },
      { getNextPageParam: (page) => page.next, placeholderData: keepPreviousData },
    ),
  )
  const check = useQuery(trpc.evidence.check.queryOptions({ recordId }))
  const choices = useQuery(trpc.evidence.trailChoices.queryOptions({ recordId })).data
  const events = trail.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <PageHeader
        title="Bitácora"
        sentence="Los actos sobre este registro, del más reciente al primero. Ninguno se puede cambiar ni borrar."
        action={
          <Group gap="xs">
            <Button
              component="a"
              href={trailExportAddress(recordId, search)}
              download
              variant="default"
              leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
            >
              Descargar en CSV
            </Button>
            <Button
              component="a"
              href={`/exports/records/${recordId}/expediente.zip`}
              download
              variant="default"
              leftSection={<IconFileZip size={16} aria-hidden />}
            >
              Descargar expediente
            </Button>
          </Group>
        }
      />
      {check.data && <TrailCheckLine check={check.data} />}
      <ActFilterBar
        search={search}
        filters={actChoices(choices)}
        onChange={(change) =>
          void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false })
        }
      />
      {trail.error && !trail.data && <QueryFailure error={trail.error} onRetry={() => void trail.refetch()} />}
      {trail.isPending && <LoadingRows rows={8} label="Cargando la bitácora…" />}
      {trail.data && events.length === 0 && (
        <EmptyState title="Ningún acto coincide">Quite un filtro o cambie las fechas para ver otros.</EmptyState>
      )}
      {events.length > 0 && (
        <>
          <TrailTable events={events} />
          <KeysetPager
            shown={events.length}
            hasMore={trail.hasNextPage}
            loading={trail.isFetchingNextPage}
            onMore={() => void trail.fetchNextPage()}
          />
        </>
      )}
    </>
  )
}
