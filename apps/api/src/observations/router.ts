import { router } from '../trpc.ts'
import { discardObservation } from './discard-observation.ts'
import { disposeObservation } from './dispose-observation.ts'
import { getObservation } from './get-observation.ts'
import { listObservations } from './list-observations.ts'
import { saveObservation } from './save-observation.ts'

export const observationsRouter = router({
  list: listObservations,
  get: getObservation,
  save: saveObservation,
  discard: discardObservation,
  dispose: disposeObservation,
})
