import * as oidc from 'openid-client'
import type { Deps } from '../deps.ts'
import { Refused } from '../refused.ts'

/** A provider that does not answer must not keep a person, or a connection, waiting. */
const TIMEOUT_S = 10

export type Client = { issuer: string; clientId: string; clientSecret: string }

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/
const ADDRESS = /^(\[.*\]|[\d.]+)$/

/**
 * Whether the portal may ask this address at all: https with a name, so that nobody makes it ask something inside its own
 * network that answers without a certificate. A portal that runs on somebody's own machine may ask that machine.
 */
function isIssuer(issuer: string, publicUrl: string): boolean {
  if (!URL.canParse(issuer)) return false
  const { protocol, hostname, username, search, hash, pathname } = new URL(issuer)
  if (username !== '' || search !== '' || hash !== '' || pathname.includes('/.well-known/')) return false
  if (LOOPBACK.test(hostname)) return LOOPBACK.test(new URL(publicUrl).hostname)
  return protocol === 'https:' && !ADDRESS.test(hostname)
}

/**
 * What a provider says of itself. Nobody else is asked.
 * @throws Refused ISSUER_NOT_ACCEPTED, PROVIDER_NOT_ANSWERING
 */
export async function discover(
  deps: Pick<Deps, 'publicUrl' | 'log'>,
  { issuer, clientId, clientSecret }: Client,
): Promise<oidc.Configuration> {
  if (!isIssuer(issuer, deps.publicUrl)) throw new Refused({ code: 'ISSUER_NOT_ACCEPTED' })
  const insecure = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []
  const configuration = await oidc
    .discovery(new URL(issuer), clientId, undefined, authenticate(clientSecret), {
      timeout: TIMEOUT_S,
      // The signature of the token is checked, not only the connection over which it came.
      execute: [...insecure, oidc.enableNonRepudiationChecks],
    })
    .catch((error: unknown) => {
      deps.log.warn({ issuer, code: codeOf(error) }, 'an identity provider could not be discovered')
      throw new Refused({ code: 'PROVIDER_NOT_ANSWERING', why: whyNot(error) })
    })
  const told = configuration.serverMetadata()
  // Also where the library is lenient: an issuer that speaks for many directories speaks for anybody.
  if (told.issuer !== issuer && `${told.issuer}/` !== issuer && told.issuer !== `${issuer}/`) {
    throw new Refused({ code: 'PROVIDER_NOT_ANSWERING', why: 'other_issuer' })
  }
  if (told.authorization_endpoint === undefined || told.token_endpoint === undefined || told.jwks_uri === undefined) {
    throw new Refused({ code: 'PROVIDER_NOT_ANSWERING', why: 'no_discovery' })
  }
  return configuration
}

/** As the provider prefers; without a word of it OpenID Connect says: in the header. */
const authenticate =
  (clientSecret: string): oidc.ClientAuth =>
  (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const method = methods.includes('client_secret_basic') ? oidc.ClientSecretBasic : oidc.ClientSecretPost
    return method(clientSecret)(server, ...rest)
  }

/** The library's own name for what went wrong. Its messages and causes may carry tokens: they go nowhere. */
export const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

function whyNot(error: unknown): 'unreachable' | 'no_discovery' | 'other_issuer' {
  const code = codeOf(error)
  if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') return 'other_issuer'
  return code.startsWith('OAUTH_') && code !== 'OAUTH_TIMEOUT' && code !== 'OAUTH_ABORT'
    ? 'no_discovery'
    : 'unreachable'
}
