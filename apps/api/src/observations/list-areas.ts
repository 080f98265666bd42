import { ReferralArea } from '@portal/contracts'
import { z } from 'zod'
import { readerOn } from '../acts/transaction.ts'
import { procedureFor } from '../trpc.ts'
import { referralAreas } from './referral-areas.ts'

/** To whom an observation may be referred. */
export const listAreas = procedureFor('derfe_coordinator')
  .output(z.array(ReferralArea))
  .query(({ ctx: { deps } }) => referralAreas(readerOn(deps.pool), deps.clock.now()))
