import { ActDone, ProviderReasonInput } from '@portal/contracts'
import { procedureFor } from '../trpc.ts'
import { setSuspended } from './set-suspended.ts'

/** The provider lets people in again. */
export const resumeProvider = procedureFor('administrator')
  .input(ProviderReasonInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) => setSuspended(deps, actor, false, input))
