import type { ObservationView, VersionView } from '@portal/contracts'
import { Link } from '@tanstack/react-router'
import { ObservationTerms } from '../../lib/observation-terms.tsx'
import { ObservationPlace } from './observation-place.tsx'

/** All that one reads before deciding: the document, what is asked for, why and on what basis. */
export function ObservationReading({ observation, version }: { observation: ObservationView; version: VersionView }) {
  const { id, roundId } = observation
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
        <ObservationTerms observation={observation} />
      </dl>
    </div>
  )
}
