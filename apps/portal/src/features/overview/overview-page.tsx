import type { RoundOverview, RoundView } from '@portal/contracts'
import { formatCount, observationsClass } from '@portal/domain'
import { EmptyState, InformationClassBadge, LoadingRows, PageHeader, RoundStatusBadge } from '@portal/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ObservationContext } from '../../lib/observation-context.tsx'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { AnswerTimes } from './answer-times.tsx'
import { ClauseStrip } from './clause-strip.tsx'
import { DaysCharts } from './days-charts.tsx'
import './overview.css'

const route = getRouteApi('/signed-in/rondas/$roundId/panorama')

/** What happens in a round, in figures; each leads to its rows. */
export function OverviewPage() {
  const { roundId } = route.useParams()
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.rounds.get.queryOptions({ id: roundId }))
  if (error && !data) return <QueryFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={10} label="Cargando la ronda…" />
  return <Page round={data} />
}

function Page({ round }: { round: RoundView }) {
  // Figures are shown to whom outcomes are: this is null to whom they are not.
  const shown = round.openedAt !== null && round.withoutOutcome !== null
  return (
    <>
      <PageHeader
        context={<ObservationContext round={round} />}
        title="Panorama de la ronda"
        documentTitle={`Panorama de la ronda ${round.number} de ${round.specification.title}`}
        status={
          <>
            <RoundStatusBadge status={round.status} />
            <InformationClassBadge of={observationsClass(round.status)} />
          </>
        }
      />
      {shown ? (
        <Figures round={round} />
      ) : (
        <EmptyState
          title={round.openedAt === null ? 'La ronda no se ha abierto' : 'Todavía no hay panorama que pueda ver'}
        >
          {round.openedAt === null
            ? 'Las cifras se reúnen desde que se envía a los OPL.'
            : 'Lo que se observa y cómo se resuelve es deliberativo: sus cifras se ven al publicarse la matriz.'}
        </EmptyState>
      )}
    </>
  )
}

function Figures({ round }: { round: RoundView }) {
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.rounds.overview.queryOptions({ id: round.id }))
  if (error && !data) return <QueryFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={10} label="Reuniendo las cifras…" />
  return (
    <>
      <p className="overview-sentence">{sentence(data)}</p>
      <AnswerTimes roundId={round.id} answers={data.answers} />
      <ClauseStrip roundId={round.id} published={round.publishedAt !== null} overview={data} />
      <DaysCharts roundId={round.id} days={data.days} />
    </>
  )
}

/** Counted over the days: of an OPL the answers are only its own, what was observed is what all sent. */
function sentence({ days }: RoundOverview): string {
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, count) => all + count, 0)
  const received = days.reduce((all, day) => all + sum(day.received), 0)
  const resolved = days.reduce((all, day) => all + sum(day.resolved), 0)
  if (received === 0) return 'No se ha recibido ninguna observación.'
  const came = received === 1 ? 'Se recibió 1 observación' : `Se recibieron ${formatCount(received)} observaciones`
  return `${came}; ${resolved === 0 ? 'ninguna tiene todavía sentido asignado' : `${formatCount(resolved)} con sentido asignado`}.`
}
