import { WorkCalendarView } from '@portal/contracts'
import { z } from 'zod'
import { readerOn } from '../acts/transaction.ts'
import { signedInProcedure } from '../trpc.ts'
import { calendars } from './rows.ts'

export const listCalendars = signedInProcedure
  .output(z.array(WorkCalendarView))
  .query(({ ctx }) => calendars(readerOn(ctx.deps.pool)))
