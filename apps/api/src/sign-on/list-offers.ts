import { SignOnOffer } from '@portal/contracts'
import { z } from 'zod'
import { readerOn } from '../acts/transaction.ts'
import { publicProcedure } from '../trpc.ts'
import { signOnOffers } from './rows.ts'

/** The providers in use, by domain of e-mail. Public: the sign-in screen leads to them. */
export const listOffers = publicProcedure
  .output(z.array(SignOnOffer))
  .query(({ ctx: { deps } }) => signOnOffers(readerOn(deps.pool)))
