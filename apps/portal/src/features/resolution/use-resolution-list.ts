import type { ObservationView } from '@portal/contracts'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { observationFilters, type ObservationSearch } from '../../lib/observation-filters.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { MOST_SELECTED } from './use-selection.ts'
import { gapsOf, formOf } from './outcome-form.ts'

/** How near the end of what is loaded the next page is asked for. */
const AHEAD = 20

/** Sent to DERFE: what an OPL has not sent, or took back, is nobody's to resolve. */
const isSent = ({ status }: ObservationView): boolean => status !== 'draft' && status !== 'withdrawn'

const waits = (observation: ObservationView): boolean =>
  observation.allowed.includes('answer_referral') ||
  (observation.allowed.includes('dispose') && gapsOf(formOf(observation.outcome)).length > 0)

/** The observations to go through, which one is chosen, and the way to the next. */
export function useResolutionList(roundId: string, search: ObservationSearch, wanted: string | undefined) {
  const trpc = useTRPC()
  const list = useInfiniteQuery(
    trpc.observations.list.infiniteQueryOptions(
      { roundId, ...observationFilters(search), limit: 200 },
      { getNextPageParam: (page) => page.next, placeholderData: keepPreviousData },
    ),
  )
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows).filter(isSent) ?? [], [list.data])
  const listed = wanted === undefined ? undefined : rows.find(({ id }) => id === wanted)
  // A filter may leave out the one on which the person works, for instance because it has a sentido since a moment ago.
  const alone = useQuery(
    trpc.observations.get.queryOptions(
      { id: wanted ?? '' },
      { enabled: wanted !== undefined && list.isSuccess && listed === undefined },
    ),
  )
  const fallback = wanted === undefined ? (rows.find(waits) ?? rows[0]) : undefined
  const chosen = listed ?? (wanted === undefined ? fallback : alone.data)

  const index = chosen ? rows.findIndex(({ id }) => id === chosen.id) : -1
  const [lastIndex, setLastIndex] = useState(0)
  if (index >= 0 && index !== lastIndex) setLastIndex(index)

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const nearEnd = index >= rows.length - AHEAD
  useEffect(() => {
    if (nearEnd && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [nearEnd, hasNextPage, isFetchingNextPage, fetchNextPage])

  /** The one after or before, also when the chosen one has left the list: what stands in its place is the next. */
  const beside = (step: 1 | -1): ObservationView | undefined =>
    index >= 0 ? rows[index + step] : rows[step === 1 ? lastIndex : lastIndex - 1]

  /** The next one that still lacks something, from the chosen one on and then from the start; null when none is left. */
  const nextWaiting = async (): Promise<ObservationView | null> => {
    const from = index >= 0 ? index + 1 : lastIndex
    const seek = (among: readonly ObservationView[]) => among.find((row) => row.id !== chosen?.id && waits(row))
    let loaded = rows
    let found = seek(loaded.slice(from))
    let more = hasNextPage
    while (!found && more) {
      const before = loaded.length
      const answer = await fetchNextPage()
      loaded = answer.data?.pages.flatMap((page) => page.rows).filter(isSent) ?? loaded
      found = seek(loaded.slice(before))
      more = answer.hasNextPage && !answer.isError
    }
    return found ?? seek(loaded.slice(0, from)) ?? null
  }

  /** All that the filters leave, page by page up to what one act takes and one more. */
  const loadAll = async (): Promise<readonly ObservationView[]> => {
    let loaded = rows
    let more = hasNextPage
    while (more && loaded.length <= MOST_SELECTED) {
      const answer = await fetchNextPage()
      loaded = answer.data?.pages.flatMap((page) => page.rows).filter(isSent) ?? loaded
      more = answer.hasNextPage && !answer.isError
    }
    return loaded
  }

  return {
    rows,
    loadAll,
    chosen,
    isPending: list.isPending,
    hasMore: hasNextPage,
    loadMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
    },
    error: list.data ? alone.error : list.error,
    refetch: () => void (list.data ? alone.refetch() : list.refetch()),
    before: beside(-1),
    after: beside(1),
    nextWaiting,
  }
}
