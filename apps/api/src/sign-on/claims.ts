import type { SignOnClaims } from '@portal/domain'
import * as oidc from 'openid-client'

/**
 * Who the provider says it is: from the token that it signed, or, where that is short, from its own page on the person.
 * `twoFactors`: it says that it asked for more than one (`amr` holds `mfa`, RFC 8176), in the token that it signed.
 */
export async function claimsOf(
  configuration: oidc.Configuration,
  currentUrl: URL,
  flow: { state: string; nonce: string; verifier: string },
): Promise<{ subject: string; claims: SignOnClaims; twoFactors: boolean }> {
  const tokens = await oidc.authorizationCodeGrant(configuration, currentUrl, {
    expectedState: flow.state,
    expectedNonce: flow.nonce,
    pkceCodeVerifier: flow.verifier,
    idTokenExpected: true,
  })
  const signed = tokens.claims()
  if (!signed) throw new Error('the provider sent no token of identity')
  const told =
    signed['email'] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
      ? await oidc.fetchUserInfo(configuration, tokens.access_token, signed.sub)
      : signed
  const { email } = told
  const methods = signed['amr']
  return {
    subject: signed.sub,
    twoFactors: Array.isArray(methods) && methods.includes('mfa'),
    claims: { email: typeof email === 'string' ? email : null, emailVerified: told['email_verified'] === true },
  }
}
