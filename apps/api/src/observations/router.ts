import { router } from '../trpc.ts'
import { discardObservation } from './discard-observation.ts'
import { answerReferral } from './answer-referral.ts'
import { disposeMany } from './dispose-many.ts'
import { disposeObservation } from './dispose-observation.ts'
import { getObservation } from './get-observation.ts'
import { listAreas } from './list-areas.ts'
import { listObservations } from './list-observations.ts'
import { listOutcomes } from './list-outcomes.ts'
import { recallObservations } from './recall-observations.ts'
import { referObservations } from './refer-observations.ts'
import { saveObservation } from './save-observation.ts'
import { undoOutcome } from './undo-outcome.ts'

export const observationsRouter = router({
  list: listObservations,
  get: getObservation,
  save: saveObservation,
  discard: discardObservation,
  dispose: disposeObservation,
  disposeMany,
  undo: undoOutcome,
  outcomes: listOutcomes,
  areas: listAreas,
  refer: referObservations,
  recall: recallObservations,
  answerReferral,
})
