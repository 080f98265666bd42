import { ListObservationsInput, ObservationView, page } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { signedInProcedure } from '../trpc.ts'

export const listObservations = signedInProcedure
  .input(ListObservationsInput)
  .output(page(ObservationView))
  .query(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
