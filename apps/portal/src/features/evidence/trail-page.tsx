import { Button } from '@mantine/core'
import { EmptyState, KeysetPager, LoadingRows, PageHeader } from '@portal/ui'
import { IconFileZip } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { TrailCheckLine } from './trail-check-line.tsx'
import { TrailTable } from './trail-table.tsx'

const route = getRouteApi('/signed-in/bitacora/$recordId')

/** The audit trail of a record: who did what, when, with what reason, and whether the chain still holds. */
export function TrailPage() {
  const { recordId } = route.useParams()
  const trpc = useTRPC()
  const trail = useInfiniteQuery(
    trpc.evidence.trail.infiniteQueryOptions({ recordId, limit: 50 }, { getNextPageParam: (page) => page.next }),
  )
  const check = useQuery(trpc.evidence.check.queryOptions({ recordId }))
  const events = trail.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <PageHeader
        title="Bitácora"
        sentence="Los actos sobre este registro, del más reciente al primero. Ninguno se puede cambiar ni borrar."
        action={
          <Button
            component="a"
            href={`/exports/records/${recordId}/expediente.zip`}
            download
            variant="default"
            leftSection={<IconFileZip size={16} aria-hidden />}
          >
            Descargar expediente
          </Button>
        }
      />
      {check.data && <TrailCheckLine check={check.data} />}
      {trail.error && !trail.data && <QueryFailure error={trail.error} onRetry={() => void trail.refetch()} />}
      {trail.isPending && <LoadingRows rows={8} label="Cargando la bitácora…" />}
      {trail.data && events.length === 0 && <EmptyState title="Todavía no hay actos que pueda ver" />}
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
