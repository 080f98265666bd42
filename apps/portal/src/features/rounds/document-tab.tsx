import type { ObservationView, RoundView, VersionView } from '@portal/contracts'
import { LoadingRows } from '@portal/ui'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { DocumentSide } from './document-side.tsx'
import { ObservationPanel } from './observation-panel.tsx'
import type { Target } from './target.ts'

const route = getRouteApi('/signed-in/rondas/$roundId')

/** The document left, the observations right: what is chosen in one is shown in the other. */
export function DocumentTab({ round }: { round: RoundView }) {
  const trpc = useTRPC()
  const version = useQuery(trpc.specifications.version.queryOptions({ id: round.version.id }))
  const list = useInfiniteQuery(
    trpc.observations.list.infiniteQueryOptions(
      { roundId: round.id, limit: 200 },
      { getNextPageParam: (page) => page.next },
    ),
  )
  // Marks on the document are all or misleading: the pages after the first follow by themselves.
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])

  if (version.error && !version.data) {
    return <QueryFailure error={version.error} onRetry={() => void version.refetch()} />
  }
  if (list.error && !list.data) return <QueryFailure error={list.error} onRetry={() => void list.refetch()} />
  if (!version.data || !list.data) return <LoadingRows rows={10} label="Cargando el documento…" />
  const observations = list.data.pages
    .flatMap((page) => page.rows)
    .filter((observation) => observation.status !== 'withdrawn')
  return <Sides round={round} version={version.data} observations={observations} />
}

function Sides({
  round,
  version,
  observations,
}: {
  round: RoundView
  version: VersionView
  observations: readonly ObservationView[]
}) {
  const { observacion } = route.useSearch()
  const navigate = route.useNavigate()
  /** What a new observation would be on; null while none is begun. */
  const [begun, setBegun] = useState<Target | null>(null)
  const own = round.responses.find((response) => response.id === round.ownResponseId)
  const mayWrite = own?.allowed.includes('save_observation') ?? false
  const selected = observations.find((observation) => observation.id === observacion)

  const select = (id: string) => {
    setBegun(null)
    const target = observations.find((observation) => observation.id === id)?.target
    const lamina = target?.kind === 'region' ? target.artworkId : undefined
    void navigate({ search: (before) => ({ ...before, observacion: id, lamina }), replace: true })
  }
  const close = () => {
    setBegun(null)
    void navigate({ search: (before) => ({ ...before, observacion: undefined }), replace: true })
  }
  const begin = (target: Target) => {
    void navigate({ search: (before) => ({ ...before, observacion: undefined }), replace: true })
    setBegun(target)
  }

  return (
    <div className="round-sides">
      <DocumentSide
        version={version}
        observations={observations}
        selected={selected}
        begun={begun}
        onSelect={select}
        onBegin={mayWrite ? begin : null}
      />
      <ObservationPanel
        round={round}
        version={version}
        observations={observations}
        selected={selected}
        begun={begun}
        mayWrite={mayWrite}
        onSelect={select}
        onBegin={begin}
        onClose={close}
      />
    </div>
  )
}
