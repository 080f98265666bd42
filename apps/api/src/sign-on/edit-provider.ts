import { ActDone, EditProviderInput } from '@portal/contracts'
import { act } from '../acts/act.ts'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { found, Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { sealedSecret, unsealedSecret } from './client-secret.ts'
import { discover } from './issuer.ts'
import { lockProvider } from './locked-provider.ts'
import { keepParts, takeParts } from './provider-parts.ts'
import { recordProvider } from './recorded.ts'
import { providerOf } from './rows.ts'

const UPDATE: Statement = {
  name: 'sign_on_edit',
  text: `
    UPDATE sign_on_provider SET name = $2, issuer = $3, client_id = $4, client_secret = $5, exclusive = $6,
      record_version = record_version + 1
    WHERE id = $1 RETURNING record_version AS "recordVersion"`,
}

/** Changes what is known of a provider, once it has answered. A new issuer needs a secret of its own. */
export const editProvider = procedureFor('administrator')
  .input(EditProviderInput)
  .output(ActDone)
  .mutation(async ({ ctx: { deps, actor }, input }) => {
    // The key is compared with what came before: a secret is part of no such print.
    const { clientSecret: given, ...settings } = input
    const { providerId, issuer } = settings
    const before = found(await providerOf(readerOn(deps.pool), providerId))
    const kept = before.issuer === issuer ? unsealedSecret(deps, before) : null
    const clientSecret = given ?? kept
    if (clientSecret === null) throw new Refused({ code: 'CLIENT_SECRET_NEEDED' })
    await discover(deps, { ...input, clientSecret })
    return await act(deps, actor, 'signOn.edit', settings, async (act) => {
      await lockProvider(act, input)
      await takeParts(act, providerId, input)
      const secret = sealedSecret(deps, { id: providerId, issuer }, clientSecret)
      const values = [providerId, settings.name, issuer, settings.clientId, secret, settings.exclusive]
      const { recordVersion } = found(await act.one<{ recordVersion: number }>(UPDATE, values))
      await keepParts(act, providerId, input)
      await recordProvider(act, providerId, 'signOn.edit', settings, given !== null)
      return { recordId: providerId, recordVersion }
    })
  })
