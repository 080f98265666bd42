import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

const CLIENT_ID = 'portal'
export const CLIENT_SECRET = 'a secret between the provider and the portal'

/** Everybody of the demonstration's directory has an address here. */
export const DOMAIN = 'demo.test'

/** What an administrator registers so that the people of IEPC Jalisco enter through a provider. */
export const providerSettings = (issuer: string, changes: object = {}) => ({
  key: randomUUID(),
  name: 'IEPC Jalisco',
  issuer,
  clientId: CLIENT_ID,
  clientSecret: CLIENT_SECRET,
  organisationIds: ['jal'],
  domains: [DOMAIN],
  exclusive: false,
  ...changes,
})

/** `amr`: with what they signed in there (RFC 8176). */
export type Account = { sub: string; email?: string; email_verified?: boolean; amr?: string[] }

export type TestIdentityProvider = Awaited<ReturnType<typeof startIdentityProvider>>

/**
 * A real OpenID Provider on a port of its own, where whoever comes is at once signed in as the account that the test chose.
 * It demands PKCE with S256, and that the portal shows its secret.
 */
export async function startIdentityProvider(redirectUri: string) {
  const server = createServer()
  const { promise: listening, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await listening
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let account: Account | null = null
  const asked: string[] = []

  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [redirectUri] }],
    pkce: { required: () => true },
    cookies: { keys: ['a key of tests'] },
    features: { devInteractions: { enabled: false } },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...account, sub }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId: CLIENT_ID, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    asked.push(request.url ?? '')
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
    const result = account
      ? { login: { accountId: account.sub, remember: false, ...(account.amr && { amr: account.amr }) } }
      : { error: 'access_denied', error_description: 'nobody signed in' }
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false }).catch(() => {
      response.writeHead(500).end()
    })
  })

  return {
    issuer,
    /** Paths that anybody asked for, oldest first. */
    asked,
    /** Who signs in there next; null: somebody who turns back. */
    signsIn: (next: Account | null) => {
      account = next
    },
    end: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** Goes where a browser would, until it would leave the provider: the address at which it comes back. */
export async function throughProvider(location: string, issuer: string): Promise<URL> {
  const jar = new Map<string, string>()
  let url = new URL(location)
  while (url.origin === issuer) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      const equals = pair.indexOf('=')
      jar.set(pair.slice(0, equals), pair.slice(equals + 1))
    }
    const next = response.headers.get('location')
    if (next === null) throw new Error(`the provider answered ${response.status}: ${await response.text()}`)
    url = new URL(next, url)
  }
  return url
}
