import type { Deps } from '../deps.ts'
import { seal, unseal } from '../adapters/sealed.ts'

type Owner = { id: string; issuer: string }

/** Bound to the issuer too: whoever could point a provider elsewhere would else be sent its secret. */
const contextOf = ({ id, issuer }: Owner): string => `${id} ${issuer}`

export const sealedSecret = (deps: Pick<Deps, 'secret'>, owner: Owner, clientSecret: string): Buffer =>
  seal(deps, 'client secret', contextOf(owner), clientSecret)

/** Null where AUTH_SECRET, with which it was encrypted, is another now. */
export const unsealedSecret = (deps: Pick<Deps, 'secret'>, owner: Owner & { clientSecret: Buffer }): string | null =>
  unseal(deps, 'client secret', contextOf(owner), owner.clientSecret)
