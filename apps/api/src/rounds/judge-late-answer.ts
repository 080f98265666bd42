import { ActDone, JudgeLateInput } from '@portal/contracts'
import { Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'

export const judgeLateAnswer = procedureFor('derfe_coordinator')
  .input(JudgeLateInput)
  .output(ActDone)
  .mutation(() => {
    throw new Refused({ code: 'NOT_FOUND' })
  })
