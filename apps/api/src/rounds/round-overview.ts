import { Id, RoundOverview } from '@portal/contracts'
import { z } from 'zod'
import { checked, signedInProcedure } from '../trpc.ts'
import { overviewOfRound } from './overview-of-round.ts'

/** What happened in a round, in figures: for DERFE and the auditor at any time, for the others once its matrix is published. */
export const roundOverview = signedInProcedure
  .input(z.object({ id: Id }))
  .output(checked(RoundOverview))
  .query(async ({ ctx: { deps, actor }, input }) => (await overviewOfRound(deps, actor, input.id)).overview)
