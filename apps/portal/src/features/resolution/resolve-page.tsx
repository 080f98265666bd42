import type { RoundView } from '@portal/contracts'
import { EmptyState, LoadingRows, PageHeader, RoundStatusBadge } from '@portal/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ObservationContext } from '../../lib/observation-context.tsx'
import { useNameOf } from '../../lib/organisations.ts'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useActor } from '../../lib/session.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { LateAnswers } from './late-answers.tsx'
import { ProposalActions } from './proposal-actions.tsx'
import { isOfArea } from './resolution-progress.ts'
import { ResolveDesk } from './resolve-desk.tsx'
import { resolveSentence } from './resolve-words.ts'
import { useUnsavedOutcomes } from './unsaved-outcomes.ts'
import './resolution.css'
import './many.css'

const route = getRouteApi('/signed-in/rondas/$roundId/resolver')

/** Where DERFE decides on each observation of a round, and its head on all of them. */
export function ResolvePage() {
  const { roundId } = route.useParams()
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.rounds.get.queryOptions({ id: roundId }))
  if (error && !data) return <QueryFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={10} label="Cargando la ronda…" />
  // Outcomes are shown to who may see them before the matrix is published; to others there is nothing here yet.
  const underWay = data.status === 'resolving' || data.status === 'validating'
  return underWay && (data.withoutOutcome !== null || isOfArea(data)) ? (
    <Resolution key={data.id} round={data} />
  ) : (
    <NotNow round={data} />
  )
}

function Resolution({ round }: { round: RoundView }) {
  const trpc = useTRPC()
  const actor = useActor()
  const nameOf = useNameOf()
  const unsaved = useUnsavedOutcomes(round.id, actor.personId)
  const version = useQuery(trpc.specifications.version.queryOptions({ id: round.version.id }))
  return (
    <>
      <Header
        round={round}
        sentence={resolveSentence(round, actor.role, nameOf)}
        action={<ProposalActions round={round} unsaved={Object.keys(unsaved.entries).length} />}
      />
      {!isOfArea(round) && <LateAnswers round={round} />}
      {version.error && !version.data && <QueryFailure error={version.error} onRetry={() => void version.refetch()} />}
      {version.isPending && <LoadingRows rows={10} label="Cargando el documento…" />}
      {version.data && <ResolveDesk round={round} version={version.data} unsaved={unsaved} />}
    </>
  )
}

function Header({ round, sentence, action }: { round: RoundView; sentence?: string; action?: ReactNode }) {
  const title = isOfArea(round)
    ? 'Observaciones turnadas a su área'
    : round.status === 'validating'
      ? 'Revisar la propuesta'
      : 'Resolver observaciones'
  return (
    <PageHeader
      context={<ObservationContext round={round} />}
      title={title}
      status={<RoundStatusBadge status={round.status} />}
      sentence={sentence}
      action={action}
    />
  )
}

function NotNow({ round }: { round: RoundView }) {
  const params = { roundId: round.id }
  const published = round.status === 'published' || round.status === 'concluded'
  return (
    <>
      <Header round={round} />
      <EmptyState title={published ? 'Las observaciones ya se resolvieron' : 'Todavía no hay nada que resolver aquí'}>
        {published ? (
          <Link to="/rondas/$roundId/matriz" params={params}>
            Ver la matriz publicada
          </Link>
        ) : (
          <>
            La DERFE resuelve las observaciones cuando la ronda cierra; lo resuelto se ve al publicarse la matriz.{' '}
            <Link to="/rondas/$roundId" params={params}>
              Ver la ronda
            </Link>
          </>
        )}
      </EmptyState>
    </>
  )
}
