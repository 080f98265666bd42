import { Id, ObservationView } from '@portal/contracts'
import { z } from 'zod'
import { Refused } from '../refused.ts'
import { signedInProcedure } from '../trpc.ts'

export const getObservation = signedInProcedure
  .input(z.object({ id: Id }))
  .output(ObservationView)
  .query(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
