import type { ObservationView, RoundView } from '@portal/contracts'
import { EmptyState, KeysetPager, LoadingRows } from '@portal/ui'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ObservationColumn } from '../../lib/observation-columns.tsx'
import { ObservationExportMenu } from '../../lib/observation-export-menu.tsx'
import { ObservationFilterBar } from '../../lib/observation-filter-bar.tsx'
import { hasFilters, observationFilters, type ObservationFilter } from '../../lib/observation-filters.ts'
import { ObservationTable } from '../../lib/observation-table.tsx'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'

const route = getRouteApi('/signed-in/rondas/$roundId')

const FILTERS: readonly ObservationFilter[] = ['opl', 'numeral', 'tipo', 'estado', 'sentido']
const ASKED: readonly ObservationColumn[] = [
  'number',
  'opl',
  'element',
  'clause',
  'page',
  'type',
  'says',
  'shouldSay',
  'rationale',
  'legalBasis',
  'status',
]
/** Once outcomes may be seen. */
const ANSWERED: readonly ObservationColumn[] = [
  ...ASKED,
  'disposition',
  'answer',
  'agreedText',
  'incorporatedIn',
  'agrees',
]

const toDocument = ({ id, roundId }: ObservationView, label: string) => (
  <Link to="/rondas/$roundId" params={{ roundId }} search={{ vista: 'documento', observacion: id }}>
    {label}
  </Link>
)

/** The round's observations, as far as the person may see them, one per row. */
export function TableTab({ round }: { round: RoundView }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const trpc = useTRPC()
  const list = useInfiniteQuery(
    trpc.observations.list.infiniteQueryOptions(
      { roundId: round.id, ...observationFilters(search), limit: 50 },
      { getNextPageParam: (page) => page.next, placeholderData: keepPreviousData },
    ),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section aria-labelledby="tabla">
      <h2 id="tabla">Observaciones</h2>
      <ObservationFilterBar
        filters={FILTERS}
        search={search}
        versionId={round.version.id}
        onChange={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
      />
      {list.error && !list.data && <QueryFailure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <LoadingRows rows={8} label="Cargando las observaciones…" />}
      {list.data && rows.length === 0 && (
        <EmptyState
          title={hasFilters(search) ? 'Nada coincide con los filtros' : 'Todavía no hay observaciones que pueda ver'}
        >
          {hasFilters(search) ? 'Quite un filtro para ver las demás.' : 'Se ven aquí desde que el OPL las envía.'}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <ObservationTable
            caption="Observaciones de la ronda"
            rows={rows}
            columns={round.withoutOutcome === null && round.status !== 'conformity' ? ASKED : ANSWERED}
            link={toDocument}
          />
          <KeysetPager
            shown={rows.length}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
          <ObservationExportMenu roundId={round.id} search={search} />
        </>
      )}
    </section>
  )
}
