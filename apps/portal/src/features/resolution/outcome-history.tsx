import type { ObservationView, OutcomeStepView } from '@portal/contracts'
import { actingName } from '@portal/domain'
import { DispositionBadge, LoadingRows, Moment } from '@portal/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'

const KIND_WORDS = {
  dispose: 'Propuso',
  answer_referral: 'Propuso desde su área',
  undo: 'Deshizo la propuesta anterior',
} as const satisfies Record<OutcomeStepView['kind'], string>

/** Every outcome that the observation has had, the latest first, with who gave it and when. */
export function OutcomeHistory({ observation: { id } }: { observation: ObservationView }) {
  const [opened, setOpened] = useState(false)
  return (
    <details className="resolve-history" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>Historial</summary>
      {opened && <Steps id={id} />}
    </details>
  )
}

function Steps({ id }: { id: string }) {
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.observations.outcomes.queryOptions({ id }))
  if (error && !data) return <QueryFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={2} label="Cargando el historial…" />
  if (data.length === 0) return <p className="ui-quiet">Nadie le ha propuesto sentido todavía.</p>
  return (
    <ol reversed aria-label="Historial de la propuesta">
      {data.toReversed().map((step) => (
        <li key={step.seq}>
          <Step step={step} />
        </li>
      ))}
    </ol>
  )
}

function Step({ step: { kind, by, at, outcome } }: { step: OutcomeStepView }) {
  return (
    <>
      <p className="ui-quiet">
        {KIND_WORDS[kind]}: {actingName(by)}, <Moment at={at} />
      </p>
      {outcome === null ? (
        <p>Quedó sin sentido.</p>
      ) : (
        <>
          <p>
            {kind === 'undo' && 'Volvió a quedar: '}
            <DispositionBadge disposition={outcome.disposition} />
            {outcome.answeredBy !== null && ` en la observación ${outcome.answeredBy}`}
          </p>
          {outcome.reason !== '' && <p>Razón: {outcome.reason}</p>}
          {outcome.agreedText !== '' && <p>Texto acordado: {outcome.agreedText}</p>}
        </>
      )}
    </>
  )
}
