import { randomUUID } from 'node:crypto'
import { ActDone, RegisterProviderInput } from '@portal/contracts'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { procedureFor } from '../trpc.ts'
import { sealedSecret } from './client-secret.ts'
import { discover } from './issuer.ts'
import { keepParts, takeParts } from './provider-parts.ts'
import { recordProvider } from './recorded.ts'

const INSERT: Statement = {
  name: 'sign_on_register',
  text: `
    INSERT INTO sign_on_provider (id, name, issuer, client_id, client_secret, exclusive)
    VALUES ($1, $2, $3, $4, $5, $6)`,
}

/** Registers the identity provider of an institution, once it has answered. */
export const registerProvider = procedureFor('administrator')
  .input(RegisterProviderInput)
  .output(ActDone)
  .mutation(async ({ ctx: { deps, actor }, input }) => {
    const { clientSecret, ...settings } = input
    await discover(deps, input)
    return await act(deps, actor, 'signOn.register', settings, async (act) => {
      const id = randomUUID()
      await takeParts(act, id, input)
      const { name, issuer, clientId, exclusive } = input
      const secret = sealedSecret(deps, { id, issuer }, clientSecret)
      await act.rows(INSERT, [id, name, issuer, clientId, secret, exclusive])
      await keepParts(act, id, input)
      await recordProvider(act, id, 'signOn.register', settings, true)
      return { recordId: id, recordVersion: 1 }
    })
  })
