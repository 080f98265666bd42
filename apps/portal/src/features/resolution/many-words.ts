import type { ObservationView } from '@portal/contracts'
import { formatCount } from '@portal/domain'

/** As a command on many names them. */
export const seenOf = (observations: readonly ObservationView[]) =>
  observations.map(({ id, recordVersion: seen }) => ({ id, seen }))

/** "la observación 3", "4 observaciones". */
export const countWords = (observations: readonly ObservationView[]): string => {
  const [first] = observations
  if (observations.length === 1 && first)
    return first.number === null ? 'la observación' : `la observación ${first.number}`
  return `${formatCount(observations.length)} observaciones`
}
