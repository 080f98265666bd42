import { Id, PublicVersionView } from '@portal/contracts'
import { z } from 'zod'
import { readerOn } from '../acts/transaction.ts'
import { found } from '../refused.ts'
import { checked, throttledProcedure } from '../trpc.ts'
import { publicVersion } from './public-versions.ts'

/** An approved version as anybody may read it. What is not public looks like what does not exist. */
export const getPublic = throttledProcedure
  .input(z.object({ id: Id }))
  .output(checked(PublicVersionView))
  .query(async ({ ctx: { deps }, input }) =>
    found(await publicVersion(readerOn(deps.pool), input.id, deps.clock.now())),
  )
