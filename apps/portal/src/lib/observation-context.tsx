import { Badge } from '@mantine/core'
import type { RoundView } from '@portal/contracts'
import { Link } from '@tanstack/react-router'

/** Of which round the observations of a screen are. What no source gives is marked, wherever it is shown. */
export const ObservationContext = ({ round: { id, number, specification, version } }: { round: RoundView }) => (
  <>
    <Link to="/rondas/$roundId" params={{ roundId: id }}>
      Ronda {number} de {specification.title}, versión {version.number}
    </Link>
    {specification.illustrative && (
      <Badge variant="outline" color="gray.8" size="sm" radius="sm" ml="xs">
        Ilustrativo
      </Badge>
    )}
  </>
)
