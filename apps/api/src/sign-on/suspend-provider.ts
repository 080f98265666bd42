import { ActDone, ProviderReasonInput } from '@portal/contracts'
import { procedureFor } from '../trpc.ts'
import { setSuspended } from './set-suspended.ts'

/** Nobody enters through the provider any more; sessions that it opened reach nothing. */
export const suspendProvider = procedureFor('administrator')
  .input(ProviderReasonInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) => setSuspended(deps, actor, true, input))
