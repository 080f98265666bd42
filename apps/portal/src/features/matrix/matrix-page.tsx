import type { RoundView } from '@portal/contracts'
import { observationsClass } from '@portal/domain'
import { InformationClassBadge, LoadingRows, Moment, PageHeader, RoundStatusBadge } from '@portal/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ObservationExportMenu } from '../../lib/observation-export-menu.tsx'
import { ObservationContext } from '../../lib/observation-context.tsx'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useActor } from '../../lib/session.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { BeforePublication } from './before-publication.tsx'
import { MatrixCounts } from './matrix-counts.tsx'
import { MatrixRows } from './matrix-rows.tsx'
import './matrix.css'

const route = getRouteApi('/signed-in/rondas/$roundId/matriz')

/** The record of all observations of a round and of what became of each. */
export function MatrixPage() {
  const { roundId } = route.useParams()
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.rounds.get.queryOptions({ id: roundId }))
  if (error && !data) return <QueryFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={10} label="Cargando la ronda…" />
  return <Matrix round={data} />
}

function Matrix({ round }: { round: RoundView }) {
  const { role } = useActor()
  const search = route.useSearch()
  const published = round.publishedAt !== null
  return (
    <>
      <PageHeader
        context={<ObservationContext round={round} />}
        title="Matriz de observaciones"
        documentTitle={`Matriz de la ronda ${round.number} de ${round.specification.title}`}
        status={
          <>
            <RoundStatusBadge status={round.status} />
            <InformationClassBadge of={observationsClass(round.status)} />
          </>
        }
        sentence={
          round.publishedAt !== null && (
            <>
              Publicada el <Moment at={round.publishedAt} />. La ven los OPL de la ronda y las áreas del INE.
            </>
          )
        }
        action={published && <ObservationExportMenu roundId={round.id} search={search} />}
      />
      {published ? <Published round={round} /> : <BeforePublication round={round} role={role} />}
    </>
  )
}

function Published({ round: { id, version, matrixHash, matrixCode } }: { round: RoundView }) {
  return (
    <>
      <section aria-labelledby="conteo">
        <h2 id="conteo">Por OPL y sentido</h2>
        <div className="matrix-counts">
          <MatrixCounts roundId={id} />
        </div>
      </section>
      <section aria-labelledby="renglones">
        <h2 id="renglones">Observaciones</h2>
        <MatrixRows roundId={id} versionId={version.id} />
      </section>
      {matrixHash !== null && (
        <section aria-labelledby="huella">
          <h2 id="huella">Huella del contenido</h2>
          <p className="matrix-hash">
            SHA-256 <span className="ui-mono">{matrixHash}</span>
            {matrixCode !== null && (
              <>
                {' '}
                <Link to="/verificar/$code" params={{ code: matrixCode }}>
                  Verificar el acuse de la publicación
                </Link>
              </>
            )}
          </p>
        </section>
      )}
    </>
  )
}
