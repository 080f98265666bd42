import { AttachArtworkInput, ActDone } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'

export const attachArtwork = procedureFor('derfe_coordinator')
  .input(AttachArtworkInput)
  .output(ActDone)
  .mutation(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
