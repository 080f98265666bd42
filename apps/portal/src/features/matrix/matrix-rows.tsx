import { SegmentedControl } from '@mantine/core'
import type { ObservationView } from '@portal/contracts'
import { EmptyState, KeysetPager, LoadingRows } from '@portal/ui'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ObservationColumn } from '../../lib/observation-columns.tsx'
import { ObservationFilterBar } from '../../lib/observation-filter-bar.tsx'
import { hasFilters, observationFilters, type ObservationFilter } from '../../lib/observation-filters.ts'
import { ObservationTable } from '../../lib/observation-table.tsx'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { MatrixComparison } from './matrix-comparison.tsx'

const route = getRouteApi('/signed-in/rondas/$roundId/matriz')

const FILTERS: readonly ObservationFilter[] = ['opl', 'numeral', 'tipo', 'sentido']
const TABLE = 'tabla'
const COMPARED = 'comparada'
const VIEWS = [
  { value: TABLE, label: 'Todas las columnas' },
  { value: COMPARED, label: 'Dice · debe decir · quedó' },
]
const COLUMNS: readonly ObservationColumn[] = [
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
  'disposition',
  'answer',
  'agreedText',
  'incorporatedIn',
  'agrees',
]

/** What was sent and resolved: an OPL's own drafts and late answers that were not admitted are no part of the matrix. */
const inMatrix = ({ number, outcome, status }: ObservationView): boolean =>
  number !== null && outcome !== null && status !== 'draft' && status !== 'withdrawn'

const toDocument = ({ id, roundId }: ObservationView, label: string) => (
  <Link to="/rondas/$roundId" params={{ roundId }} search={{ vista: 'documento', observacion: id }}>
    {label}
  </Link>
)

/** The rows of the published matrix, by number. */
export function MatrixRows({ roundId, versionId }: { roundId: string; versionId: string }) {
  const { vista, ...search } = route.useSearch()
  const compared = vista === COMPARED
  const navigate = route.useNavigate()
  const trpc = useTRPC()
  const list = useInfiniteQuery(
    trpc.observations.list.infiniteQueryOptions(
      { roundId, ...observationFilters(search), limit: 100 },
      { getNextPageParam: (page) => page.next, placeholderData: keepPreviousData },
    ),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows).filter(inMatrix) ?? []
  return (
    <>
      <ObservationFilterBar
        filters={FILTERS}
        search={search}
        versionId={versionId}
        onChange={(change) =>
          void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false })
        }
      />
      <SegmentedControl
        mb="sm"
        size="xs"
        aria-label="Cómo se muestran"
        data={VIEWS}
        value={compared ? COMPARED : TABLE}
        onChange={(value) =>
          void navigate({
            search: (before) => ({ ...before, vista: value === COMPARED ? COMPARED : undefined }),
            replace: true,
            resetScroll: false,
          })
        }
      />
      {list.error && !list.data && <QueryFailure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <LoadingRows rows={8} label="Cargando la matriz…" />}
      {list.data && rows.length === 0 && !list.hasNextPage && (
        <EmptyState title={hasFilters(search) ? 'Nada coincide con los filtros' : 'La matriz no tiene renglones'}>
          {hasFilters(search) ? 'Quite un filtro para ver los demás renglones.' : 'En la ronda no hubo observaciones.'}
        </EmptyState>
      )}
      {rows.length > 0 &&
        (compared ? (
          <MatrixComparison rows={rows} link={toDocument} />
        ) : (
          <ObservationTable caption="Matriz de observaciones" rows={rows} columns={COLUMNS} link={toDocument} />
        ))}
      {(rows.length > 0 || list.hasNextPage) && (
        <KeysetPager
          shown={rows.length}
          hasMore={list.hasNextPage}
          loading={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </>
  )
}
