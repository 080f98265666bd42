import type { ObservationView } from '@portal/contracts'
import { KeysetPager, LoadingRows } from '@portal/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ObservationColumn } from '../../lib/observation-columns.tsx'
import { ObservationTable } from '../../lib/observation-table.tsx'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'

const COLUMNS: readonly ObservationColumn[] = [
  'number',
  'opl',
  'type',
  'says',
  'shouldSay',
  'rationale',
  'status',
  'disposition',
  'answer',
  'agreedText',
]

const toObservation = ({ id, roundId }: ObservationView, label: string) => (
  <Link to="/rondas/$roundId" params={{ roundId }} search={{ vista: 'documento', observacion: id }}>
    {label}
  </Link>
)

/** What was observed of a clause in a round, as far as the person may see it, with what became of each. */
export function ClauseObservations({ roundId, clauseId }: { roundId: string; clauseId: string }) {
  const trpc = useTRPC()
  const list = useInfiniteQuery(
    trpc.observations.list.infiniteQueryOptions(
      { roundId, clauseId, limit: 50 },
      { getNextPageParam: (page) => page.next },
    ),
  )
  if (list.error && !list.data) return <QueryFailure error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <LoadingRows rows={2} label="Cargando las observaciones…" />
  const rows = list.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <p className="ui-quiet">Sin observaciones que pueda ver.</p>
  return (
    <>
      <ObservationTable caption="Observaciones al numeral" rows={rows} columns={COLUMNS} link={toObservation} />
      <KeysetPager
        shown={rows.length}
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  )
}
