import { actingName } from '@portal/domain'
import type { ObservationView } from '@portal/contracts'
import { DispositionBadge, Moment, ObservationStatusBadge } from '@portal/ui'
import { formOf, gapsOf, gapsSentence } from './outcome-form.ts'

/** The proposal for one observation, for who decides on the whole and for who only reads. */
export function OutcomeReading({ observation }: { observation: ObservationView }) {
  const { status, outcome, proposedBy, proposedAt } = observation
  if (outcome === null) {
    return (
      <section className="resolve-form" aria-label="Propuesta">
        <h3>Propuesta</h3>
        {status === 'not_applicable' ? <ObservationStatusBadge status={status} /> : <p>Todavía no tiene sentido.</p>}
      </section>
    )
  }
  const gaps = gapsSentence(gapsOf(formOf(outcome)))
  return (
    <section className="resolve-form" aria-label="Propuesta">
      <h3>Propuesta</h3>
      <dl>
        <dt>Sentido</dt>
        <dd>
          <DispositionBadge disposition={outcome.disposition} />
          {outcome.answeredBy !== null && ` en la observación ${outcome.answeredBy}`}
        </dd>
        <dt>Razón</dt>
        <dd>{outcome.reason === '' ? 'Sin razón: procede como se pidió.' : outcome.reason}</dd>
        {outcome.agreedText !== '' && (
          <>
            <dt>Texto acordado</dt>
            <dd>{outcome.agreedText}</dd>
          </>
        )}
        {proposedBy && proposedAt !== null && (
          <>
            <dt>Propuso</dt>
            <dd>
              {actingName(proposedBy)}, <Moment at={proposedAt} />
            </dd>
          </>
        )}
      </dl>
      {gaps !== null && <p className="resolve-gaps">{gaps}</p>}
    </section>
  )
}
