import type { RoundView } from '@portal/contracts'
import { EmptyState, LoadingRows, PageHeader } from '@portal/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { DownloadSection } from './download-section.tsx'
import { ReviewSection } from './review-section.tsx'
import { UploadSection } from './upload-section.tsx'
import './offline.css'

const route = getRouteApi('/signed-in/rondas/$roundId/sin-conexion')

/** A round taken away from the network: what to download, how it comes back, and what of it is taken. */
export function OfflinePage() {
  const { roundId } = route.useParams()
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.rounds.get.queryOptions({ id: roundId }))
  if (error && !data) return <QueryFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={6} label="Cargando la ronda…" />
  return <Offline round={data} />
}

function Offline({ round }: { round: RoundView }) {
  const { archivo } = route.useSearch()
  return (
    <>
      <PageHeader
        context={
          <Link to="/rondas/$roundId" params={{ roundId: round.id }}>
            {round.specification.title}, versión {round.version.number}, ronda {round.number}
          </Link>
        }
        title="Trabajar sin conexión"
        sentence="Descargue la ronda, escriba sus observaciones en Excel o LibreOffice y súbalas cuando tenga conexión."
      />
      {round.ownResponseId === null ? (
        <EmptyState title="Sólo responde quien recibió la ronda">
          Su institución no tiene una respuesta que escribir en esta ronda.
        </EmptyState>
      ) : (
        <>
          <DownloadSection roundId={round.id} />
          <UploadSection />
          {archivo !== undefined && <ReviewSection key={archivo} roundId={round.id} uploadId={archivo} />}
        </>
      )}
    </>
  )
}
