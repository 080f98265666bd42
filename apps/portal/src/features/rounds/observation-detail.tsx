import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ObservationView, VersionView } from '@portal/contracts'
import { OBSERVATION_TYPE_NAMES } from '@portal/domain'
import { DispositionBadge, Moment, ObservationStatusBadge, TrackedPreview } from '@portal/ui'
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
  const { type, status, says, shouldSay, rationale, legalBasis, author, sentAt, outcome } = observation
  return (
    <article className="observation-detail" aria-label={observationName(observation)}>
      <h2>
        {observationName(observation)} <ObservationStatusBadge status={status} />
      </h2>
      <dl>
        <Row term="Sobre">{targetLabel(observation.target, version)}</Row>
        <Row term="Tipo">{OBSERVATION_TYPE_NAMES[type]}</Row>
        <Row term="Dice">{says}</Row>
        <Row term="Debe decir">{shouldSay}</Row>
        {says !== '' && shouldSay !== '' && (
          <Row term="Cambios">
            <TrackedPreview before={says} after={shouldSay} />
          </Row>
        )}
        <Row term="Justificación">{rationale}</Row>
        <Row term="Fundamento">{legalBasis}</Row>
        <Row term="Escribió">
          {author.name}
          {sentAt && (
            <>
              ; se envió <Moment at={sentAt} />
            </>
          )}
        </Row>
        {outcome && (
          <>
            <Row term="Sentido">
              <DispositionBadge disposition={outcome.disposition} />
              {outcome.answeredBy !== null && ` en la observación ${outcome.answeredBy}`}
            </Row>
            <Row term="Respuesta">{outcome.reason}</Row>
            <Row term="Texto acordado">{outcome.agreedText}</Row>
          </>
        )}
      </dl>
      <Button variant="default" size="xs" onClick={onClose}>
        Cerrar
      </Button>
    </article>
  )
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  if (children === '') return null
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}
