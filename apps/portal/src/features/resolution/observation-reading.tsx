import type { ObservationView, VersionView } from '@portal/contracts'
import { Moment, TrackedPreview } from '@portal/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ObservationPlace } from './observation-place.tsx'

/** All that one reads before deciding: the document, what is asked for, why and on what basis. */
export function ObservationReading({ observation, version }: { observation: ObservationView; version: VersionView }) {
  const { id, roundId, says, shouldSay, rationale, legalBasis, author, sentAt } = observation
  return (
    <div className="resolve-reading">
      <section aria-label="En el documento">
        <h3>En el documento</h3>
        <ObservationPlace observation={observation} version={version} />
        <Link to="/rondas/$roundId" params={{ roundId }} search={{ vista: 'documento', observacion: id }}>
          Ver en el documento completo
        </Link>
      </section>
      <dl>
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
          {sentAt !== null && (
            <>
              ; se envió <Moment at={sentAt} />
            </>
          )}
        </Row>
      </dl>
    </div>
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
