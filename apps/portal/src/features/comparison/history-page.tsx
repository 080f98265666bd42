import type { ClauseHistoryView } from '@portal/contracts'
import {
  ClauseChangeBadges,
  LoadingRows,
  PageHeader,
  RoundStatusBadge,
  VersionStatusBadge,
  WithheldNote,
} from '@portal/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Illustrative } from '../../lib/illustrative.tsx'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { ClauseObservations } from './clause-observations.tsx'
import { ClauseWording } from './clause-wording.tsx'
import './comparison.css'

const route = getRouteApi('/signed-in/numerales/$clauseId')

/** A clause over all versions of its document: how it was cited and worded, what was observed, what became of that. */
export function HistoryPage() {
  const { clauseId } = route.useParams()
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.specifications.clauseHistory.queryOptions({ clauseId }))
  if (error && !data) return <QueryFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={8} label="Cargando el historial del numeral…" />
  return <History history={data} />
}

function History({ history: { specification, versions } }: { history: ClauseHistoryView }) {
  const latest = versions.find(({ clause }) => clause !== null)
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
        title={`Historial del numeral ${latest?.clause?.citation ?? ''}`}
        sentence={
          versions.length === 1
            ? 'Está en la única versión que puede ver.'
            : `En las ${versions.length} versiones que puede ver, de la más reciente a la primera.`
        }
      />
      {versions.map((entry, index) => (
        <Entry key={entry.version.id} entry={entry} earlier={versions[index + 1]} />
      ))}
    </>
  )
}

type EntryOf = ClauseHistoryView['versions'][number]

function Entry({ entry, earlier }: { entry: EntryOf; earlier: EntryOf | undefined }) {
  const { version, clause, changes, rounds } = entry
  const id = `version-${version.number}`
  return (
    <section aria-labelledby={id} className="history-version">
      <h2 id={id}>
        <Link
          to="/versiones/$versionId"
          params={{ versionId: version.id }}
          search={clause ? { numeral: clause.citation } : {}}
        >
          Versión {version.number}
        </Link>
      </h2>
      <p className="comparison-head">
        <VersionStatusBadge status={version.status} plain />
        {clause && <span>Numeral {clause.citation}</span>}
        {earlier && (clause || earlier.clause) ? <ClauseChangeBadges changes={changes} /> : null}
      </p>
      {!clause && <p className="ui-quiet">No está en esta versión.</p>}
      {clause?.withheld && clause.classification ? <WithheldNote classification={clause.classification} /> : null}
      {clause && !clause.withheld && <ClauseWording clause={clause} earlier={earlier?.clause ?? null} />}
      {clause &&
        rounds.map((round) => (
          <div key={round.id}>
            <h3>
              <Link to="/rondas/$roundId" params={{ roundId: round.id }} search={{ numeral: clause.citation }}>
                Ronda {round.number}
              </Link>{' '}
              <RoundStatusBadge status={round.status} plain />
            </h3>
            <ClauseObservations roundId={round.id} clauseId={clause.id} />
          </div>
        ))}
    </section>
  )
}
