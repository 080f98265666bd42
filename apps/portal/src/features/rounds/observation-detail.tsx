import { Button } from '@mantine/core'
import type { ObservationView, VersionView } from '@portal/contracts'
import { OBSERVATION_TYPE_NAMES } from '@portal/domain'
import { DispositionBadge, ObservationStatusBadge } from '@portal/ui'
import { ObservationTerms, Term } from '../../lib/observation-terms.tsx'
import { PromiseWords, ReplyWords } from '../../lib/reply-words.tsx'
import { observationName } from './observation-name.ts'
import { targetLabel } from './target.ts'

/** An observation to be read: what it asks for and, once it may be seen, what became of it. */
export function ObservationDetail({
  observation,
  version,
  onClose,
}: {
  observation: ObservationView
  version: VersionView
  onClose: () => void
}) {
  const { type, status, outcome } = observation
  return (
    <article className="observation-detail" aria-label={observationName(observation)}>
      <h2>
        {observationName(observation)} <ObservationStatusBadge status={status} />
      </h2>
      <dl>
        <Term term="Sobre">{targetLabel(observation.target, version)}</Term>
        <Term term="Tipo">{OBSERVATION_TYPE_NAMES[type]}</Term>
        <ObservationTerms observation={observation} />
        {outcome && (
          <>
            <Term term="Sentido">
              <DispositionBadge disposition={outcome.disposition} />
              {outcome.answeredBy !== null && ` en la observación ${outcome.answeredBy}`}
            </Term>
            <Term term="Respuesta">{outcome.reason}</Term>
            <Term term="Texto acordado">{outcome.agreedText}</Term>
            {observation.reply && (
              <Term term="Conforme">
                <ReplyWords {...observation.reply} />
              </Term>
            )}
            {observation.promise && (
              <Term term="Incorporada en">
                <PromiseWords {...observation.promise} />
              </Term>
            )}
          </>
        )}
      </dl>
      <Button variant="default" size="xs" onClick={onClose}>
        Cerrar
      </Button>
    </article>
  )
}
