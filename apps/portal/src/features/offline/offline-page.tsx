import { Button } from '@mantine/core'
import type { RoundView } from '@portal/contracts'
import { EmptyState, LoadingRows, PageHeader } from '@portal/ui'
import { IconFileZip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'

const route = getRouteApi('/signed-in/rondas/$roundId/sin-conexion')

/** A round taken away from the network: what to download, what to do with it, and how it comes back. */
export function OfflinePage() {
  const { roundId } = route.useParams()
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.rounds.get.queryOptions({ id: roundId }))
  if (error && !data) return <QueryFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={6} label="Cargando la ronda…" />
  return <Offline round={data} />
}

function Offline({ round }: { round: RoundView }) {
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
        <Download roundId={round.id} />
      )}
    </>
  )
}

const Download = ({ roundId }: { roundId: string }) => (
  <section aria-labelledby="descargar">
    <h2 id="descargar">1. Descargar</h2>
    <p>
      Un archivo comprimido con el documento y las láminas en PDF, y un libro de Excel con los borradores de su
      institución y renglones libres. En el libro se escribe sólo en las celdas claras; los numerales y tipos se eligen
      de listas.
    </p>
    <Button
      component="a"
      href={`/exports/rounds/${roundId}/offline.zip`}
      download
      variant="default"
      leftSection={<IconFileZip size={16} aria-hidden />}
    >
      Descargar la ronda
    </Button>
  </section>
)
