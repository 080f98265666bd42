import { ProvidersView } from '@portal/contracts'
import { readerOn } from '../acts/transaction.ts'
import { procedureFor } from '../trpc.ts'
import { redirectUri } from './redirect-uri.ts'
import { providerRows } from './rows.ts'

/** The identity providers that institutions have brought, with everything but their secrets. */
export const listProviders = procedureFor('administrator', 'auditor')
  .output(ProvidersView)
  .query(async ({ ctx: { deps, actor } }) => ({
    redirectUri: redirectUri(deps),
    rows: await providerRows(readerOn(deps.pool), actor),
  }))
