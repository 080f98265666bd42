import type { RoundView } from '@portal/contracts'
import { Link } from '@tanstack/react-router'
import { Illustrative } from './illustrative.tsx'

/** Of which round the observations of a screen are. */
export const ObservationContext = ({ round: { id, number, specification, version } }: { round: RoundView }) => (
  <>
    <Link to="/rondas/$roundId" params={{ roundId: id }}>
      Ronda {number} de {specification.title}, versión {version.number}
    </Link>
    {specification.illustrative && <Illustrative />}
  </>
)
