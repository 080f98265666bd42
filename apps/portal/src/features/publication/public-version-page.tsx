import type { PublicVersionView } from '@portal/contracts'
import { ClauseDocument, LoadingRows, Moment, PageHeader, VersionStatusBadge } from '@portal/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Illustrative } from '../../lib/illustrative.tsx'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { ApprovedBy } from './public-resolution.tsx'

const route = getRouteApi('/public/publico/$versionId')

/** An approved version, for anybody: its clauses, its files, its resolutions. */
export function PublicVersionPage() {
  const { versionId } = route.useParams()
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.publication.version.queryOptions({ id: versionId }))
  if (error && !data) return <QueryFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={10} label="Cargando la versión…" />
  return <PublicVersion version={data} />
}

function PublicVersion({ version }: { version: PublicVersionView }) {
  const { title, number, status, illustrative, resolutions, clauses } = version
  return (
    <>
      <PageHeader
        context={
          <>
            <Link to="/publico">Información pública</Link>
            {illustrative && <Illustrative />}
          </>
        }
        title={`${title}, versión ${number}`}
        status={<VersionStatusBadge status={status} />}
        sentence={
          <>
            La aprobó el Consejo General: <ApprovedBy version={version} />.
          </>
        }
      />
      <section aria-labelledby="acuerdos">
        <h2 id="acuerdos">Acuerdos</h2>
        <ul>
          {resolutions.map((resolution) => (
            <li key={resolution.number}>
              {resolution.number}. {resolution.subject}
            </li>
          ))}
        </ul>
      </section>
      <Files version={version} />
      <section aria-labelledby="numerales">
        <h2 id="numerales">Numerales</h2>
        <ClauseDocument clauses={clauses} selectedId={null} />
      </section>
    </>
  )
}

function Files({ version: { source, artworks, matrices } }: { version: PublicVersionView }) {
  const none = source === null && artworks.length === 0 && matrices.length === 0
  return (
    <section aria-labelledby="archivos">
      <h2 id="archivos">Archivos</h2>
      {none && <p>Ninguno de sus archivos es público: contienen información que se reserva.</p>}
      <ul>
        {source && <FileItem label="Documento" file={source} />}
        {artworks.map(({ element, file }) => (
          <FileItem key={file.id} label={`Lámina: ${element}`} file={file} />
        ))}
        {matrices.map(({ roundId, number, publishedAt }) => (
          <li key={roundId}>
            <a href={`/exports/publico/matrices/${roundId}`} download>
              Matriz de observaciones de la ronda {number} (Excel)
            </a>
            {' o '}
            <a href={`/exports/publico/matrices/${roundId}?formato=json`} download>
              datos (JSON)
            </a>
            , publicada el <Moment at={publishedAt} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const FileItem = ({ label, file }: { label: string; file: NonNullable<PublicVersionView['source']> }) => (
  <li>
    {label}:{' '}
    <a href={`/exports/publico/archivos/${file.id}`} download>
      {file.name}
    </a>{' '}
    <span className="ui-mono ui-quiet">SHA-256 {file.sha256}</span>
  </li>
)
