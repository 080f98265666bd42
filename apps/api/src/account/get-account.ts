import { AccountView } from '@portal/contracts'
import { readerOn } from '../acts/transaction.ts'
import { ownAccountProcedure } from '../trpc.ts'
import { accountRow } from './rows.ts'

/** How the person enters, and where they are entered. */
export const getAccount = ownAccountProcedure
  .output(AccountView)
  .query(({ ctx: { deps, owner, actor, lacks } }) =>
    accountRow(readerOn(deps.pool), owner, { role: actor?.role ?? null, settingUp: lacks !== null }),
  )
