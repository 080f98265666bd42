import { formatCount } from '@portal/domain'
import { EmptyState, LoadingRows, Moment, PageHeader } from '@portal/ui'
import type { VerifyView } from '@portal/contracts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useSession } from '../../lib/session.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { VERDICTS } from './receipt-verdict.ts'
import { Verdict } from './verdict.tsx'
import './evidence.css'

const route = getRouteApi('/public/verificar/$code')

type Found = Exclude<VerifyView, { result: 'unknown' }>

/** Public: says whether a receipt is genuine, in plain words, with nothing of the content of the act. */
export function VerifyPage() {
  const { code } = route.useParams()
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.evidence.verify.queryOptions({ code }))
  return (
    <>
      <PageHeader
        title="Verificación de un acuse"
        sentence={
          <>
            Código <span className="ui-mono">{code}</span> · <Link to="/verificar">Verificar otro</Link>
          </>
        }
      />
      {error && !data && <QueryFailure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows label="Comprobando el acuse…" />}
      {data && <Verdict {...VERDICTS[data.result]} role="status" />}
      {data && data.result !== 'unknown' && <Proof view={data} code={code} />}
    </>
  )
}

function Proof({ view, code }: { view: Found; code: string }) {
  return (
    <section aria-labelledby="datos">
      <h2 id="datos">Datos del acto</h2>
      <dl className="facts">
        <dt>Folio</dt>
        <dd>{view.folio}</dd>
        <dt>Acto</dt>
        <dd>{view.act}</dd>
        <dt>Sobre</dt>
        <dd>{view.subject}</dd>
        <dt>Institución</dt>
        <dd>{view.organisation}</dd>
        <dt>Fecha y hora</dt>
        <dd>
          <Moment at={view.at} />, hora del centro de México
        </dd>
        <dt>Huella (SHA-256)</dt>
        <dd className="ui-mono">{view.hash}</dd>
        {view.since !== null && (
          <>
            <dt>No cuenta desde</dt>
            <dd>
              <Moment at={view.since} />, hora del centro de México
            </dd>
          </>
        )}
        {view.supersededBy !== null && (
          <>
            <dt>Lo sustituye</dt>
            <dd>
              <Link to="/verificar/$code" params={{ code: view.supersededBy }}>
                Ver el acuse que cuenta
              </Link>
            </dd>
          </>
        )}
      </dl>
      <ReceiptPdf view={view} code={code} />
      {view.illustrative && (
        <EmptyState title="Contenido ilustrativo">
          Este acto es parte de la demostración: las personas y los textos no son reales.
        </EmptyState>
      )}
      {view.files.length > 0 && <Files files={view.files} />}
    </section>
  )
}

/** The receipt itself belongs to who acted; DERFE and the auditor may read all of them. */
function ReceiptPdf({ view, code }: { view: Found; code: string }) {
  const actor = useSession()?.actor
  if (!actor) return null
  const readsAll = actor.role === 'auditor' || actor.role === 'derfe_coordinator' || actor.role === 'derfe_head'
  if (!readsAll && actor.organisation.name !== view.organisation) return null
  return (
    <p>
      <a href={`/receipts/${code}.pdf`} target="_blank" rel="noreferrer">
        Abrir el acuse (PDF)
      </a>
    </p>
  )
}

function Files({ files }: { files: Found['files'] }) {
  return (
    <>
      <h2 className="facts-next">Archivos que acredita</h2>
      <ul className="proved-files">
        {files.map(({ name, bytes, sha256 }) => (
          <li key={`${name} ${sha256}`}>
            <strong>{name}</strong> <span className="ui-quiet">{formatCount(bytes)} bytes</span>
            <br />
            <span className="ui-mono">{sha256}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
