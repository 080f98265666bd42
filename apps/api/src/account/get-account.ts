import { AccountView } from '@portal/contracts'
import { readerOn } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import { ownAccountProcedure } from '../trpc.ts'
import { accountRow } from './rows.ts'

/** How the person enters, and where they are entered. */
export const getAccount = ownAccountProcedure
  .output(AccountView)
  .query(({ ctx: { deps, owner, lacks } }) =>
    accountRow(readerOn(deps.pool), owner, { day: dayAt(deps.clock.now()), settingUp: lacks !== null }),
  )
