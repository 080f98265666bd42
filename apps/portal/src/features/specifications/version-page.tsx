import type { VersionView } from '@portal/contracts'
import { formatCount } from '@portal/domain'
import { ClauseDocument, EmptyState, LoadingRows, PageHeader, VersionStatusBadge } from '@portal/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useActor } from '../../lib/session.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { ArtworkPane } from './artwork-pane.tsx'
import { ClassifyClause } from './classify-clause.tsx'
import { AttachArtwork } from './attach-artwork.tsx'
import { Illustrative } from '../../lib/illustrative.tsx'
import { ResolutionsSection } from './resolutions-section.tsx'
import { VersionAction, versionSentence } from './version-action.tsx'
import { VersionRounds } from './version-rounds.tsx'
import './specifications.css'

const route = getRouteApi('/signed-in/versiones/$versionId')

/** A version: its clauses beside its artwork, its rounds, its resolutions. */
export function VersionPage() {
  const { versionId } = route.useParams()
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.specifications.version.queryOptions({ id: versionId }))
  if (error && !data) return <QueryFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={10} label="Cargando la versión…" />
  return <Version version={data} />
}

function Version({ version }: { version: VersionView }) {
  const { specification, clauses, allowed } = version
  const { role } = useActor()
  return (
    <>
      <PageHeader
        context={
          <>
            <Link to="/especificaciones/$specificationId" params={{ specificationId: specification.id }}>
              {specification.title}
            </Link>
            {specification.illustrative && <Illustrative />}
          </>
        }
        title={`Versión ${version.number}`}
        documentTitle={`Versión ${version.number} de ${specification.title}`}
        status={<VersionStatusBadge status={version.status} />}
        sentence={
          <>
            {versionSentence(version)} {formatCount(clauses.length)} numerales, de{' '}
            {version.sourceWithheld ? (
              <>{version.source.name} (no se entrega: contiene numerales que se reservan)</>
            ) : (
              <a href={`/files/${version.source.id}`} download>
                {version.source.name}
              </a>
            )}
            .{' '}
            <Link to="/bitacora/$recordId" params={{ recordId: version.id }}>
              Bitácora
            </Link>
            {version.followsMatrix && canSeePromises(role) && (
              <>
                {' · '}
                <Link to="/versiones/$versionId/acordado" params={{ versionId: version.id }}>
                  ¿Se cumplió lo acordado?
                </Link>
              </>
            )}
            {version.number > 1 && (
              <>
                {' · '}
                <Link
                  to="/especificaciones/$specificationId/comparar"
                  params={{ specificationId: specification.id }}
                  search={{ a: String(version.number) }}
                >
                  Comparar con la anterior
                </Link>
              </>
            )}
          </>
        }
        action={<VersionAction version={version} />}
      />
      <VersionRounds version={version} />
      {(version.resolutions.length > 0 || allowed.includes('record_resolution')) && (
        <ResolutionsSection version={version} />
      )}
      {allowed.includes('attach_artwork') && <AttachArtwork version={version} />}
      <div className="version-split">
        <section aria-labelledby="numerales">
          <h2 id="numerales">Numerales</h2>
          <Clauses version={version} />
        </section>
        <section aria-labelledby="laminas">
          <h2 id="laminas">Láminas</h2>
          <ArtworkPane version={version} />
        </section>
      </div>
    </>
  )
}

/** As the API lets in: who sees drafts sees also what was not kept in them. */
const canSeePromises = (role: string): boolean =>
  role === 'derfe_coordinator' || role === 'derfe_head' || role === 'auditor'

function Clauses({ version }: { version: VersionView }) {
  const { numeral } = route.useSearch()
  const navigate = route.useNavigate()
  const selected = version.clauses.find((clause) => clause.citation === numeral)
  if (version.clauses.length > 0) {
    return (
      <>
        {selected && (
          <p>
            <Link to="/numerales/$clauseId" params={{ clauseId: selected.id }}>
              Historial del numeral {selected.citation}
            </Link>
          </p>
        )}
        {version.allowed.includes('classify') && <ClassifyClause version={version} clause={selected} />}
        <ClauseDocument
          clauses={version.clauses}
          selectedId={selected?.id ?? null}
          onSelect={(id) => {
            const citation = version.clauses.find((clause) => clause.id === id)?.citation
            void navigate({ search: (before) => ({ ...before, numeral: citation }), replace: true })
          }}
          action="Elegir"
        />
      </>
    )
  }
  return (
    <EmptyState title="Los numerales todavía no se confirman">
      {version.proposal && (
        <Link to="/versiones/$versionId/propuesta" params={{ versionId: version.id }}>
          Revisar la propuesta de numerales
        </Link>
      )}
    </EmptyState>
  )
}
