import type { Configuration } from 'openid-client'
import type { Deps } from '../deps.ts'
import { Refused } from '../refused.ts'
import { unsealedSecret } from './client-secret.ts'
import { discover } from './issuer.ts'
import type { Provider } from './rows.ts'

const FRESH_MS = 10 * 60_000

/**
 * What providers say of themselves, asked again after ten minutes, or when an administrator changed something.
 * The function throws Refused PROVIDER_NOT_ANSWERING, CLIENT_SECRET_NEEDED.
 */
export function createConfigurations(
  deps: Pick<Deps, 'secret' | 'publicUrl' | 'log'>,
): (provider: Provider) => Promise<Configuration> {
  const kept = new Map<string, { version: number; until: number; configuration: Configuration }>()
  return async (provider) => {
    const { id, recordVersion: version } = provider
    const known = kept.get(id)
    if (known?.version === version && known.until > performance.now()) return known.configuration
    const clientSecret = unsealedSecret(deps, provider)
    if (clientSecret === null) throw new Refused({ code: 'CLIENT_SECRET_NEEDED' })
    const configuration = await discover(deps, { ...provider, clientSecret })
    kept.set(id, { version, until: performance.now() + FRESH_MS, configuration })
    return configuration
  }
}
