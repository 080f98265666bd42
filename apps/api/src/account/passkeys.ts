import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
  WebAuthnCredential,
} from '@simplewebauthn/server'
import { randomUUID } from 'node:crypto'
import type { Reader, Statement } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import type { SessionOwner } from '../identity/exports.ts'
import { Refused } from '../refused.ts'

/** Ed25519, P-256 and RSA with SHA-256, which all authenticators know, as COSE numbers them. */
const ALGORITHMS = [-8, -7, -257]

/** The library is large and seldom asked. */
const webauthn = () => import('@simplewebauthn/server')

const KEEP: Statement = {
  name: 'account_keep_challenge',
  text: `
    WITH gone AS (DELETE FROM verification WHERE identifier LIKE 'passkey:%' AND expires_at < now())
    INSERT INTO verification (id, identifier, value, expires_at, updated_at)
    VALUES ($1, $2, $3, now() + interval '5 minutes', now())`,
}
const TAKE: Statement = {
  name: 'account_take_challenge',
  text: 'DELETE FROM verification WHERE identifier = $1 AND value = $2 AND expires_at > now() RETURNING id',
}

/** What a challenge was made for: one that was made for somebody's new passkey does not enter. */
const ENTERING = 'passkey:enter'
const addingTo = (personId: string): string => `passkey:add:${personId}`

/** Whether a challenge was ours and for this; each answers once, on whatever instance. */
const wasAsked = (reader: Reader, purpose: string) => async (challenge: string) =>
  (await reader.one(TAKE, [purpose, challenge])) !== undefined

/** A passkey belongs to the portal's own host name and answers pages of its own address alone. */
const partyOf = ({ publicUrl }: Pick<Deps, 'publicUrl'>) => ({
  expectedOrigin: new URL(publicUrl).origin,
  expectedRPID: new URL(publicUrl).hostname,
  requireUserVerification: true,
})

/** What the browser is asked for a new passkey: one that finds its person by itself, and that asks who they are. */
export async function registrationOptions(
  reader: Reader,
  deps: Pick<Deps, 'publicUrl'>,
  { personId, personName, email }: SessionOwner,
  known: readonly string[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await webauthn()
  const options = await generateRegistrationOptions({
    rpName: 'Portal VMRE',
    rpID: partyOf(deps).expectedRPID,
    userID: new TextEncoder().encode(personId),
    userName: email,
    userDisplayName: personName,
    attestationType: 'none',
    excludeCredentials: known.map((id) => ({ id })),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await reader.rows(KEEP, [randomUUID(), addingTo(personId), options.challenge])
  return options
}

/** The credential that a browser made as it was asked. @throws Refused PASSKEY_NOT_ACCEPTED */
export async function registeredCredential(
  reader: Reader,
  deps: Pick<Deps, 'publicUrl' | 'log'>,
  personId: string,
  response: RegistrationResponseJSON,
): Promise<WebAuthnCredential> {
  const { verifyRegistrationResponse } = await webauthn()
  const expectedChallenge = wasAsked(reader, addingTo(personId))
  const { registrationInfo } = await accepted(deps, () =>
    verifyRegistrationResponse({
      response,
      expectedChallenge,
      supportedAlgorithmIDs: ALGORITHMS,
      ...partyOf(deps),
    }),
  )
  if (!registrationInfo) throw new Refused({ code: 'PASSKEY_NOT_ACCEPTED' })
  return registrationInfo.credential
}

/** What the browser is asked to enter with: any passkey of this portal. */
export async function entryOptions(
  reader: Reader,
  deps: Pick<Deps, 'publicUrl'>,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await webauthn()
  const options = await generateAuthenticationOptions({
    rpID: partyOf(deps).expectedRPID,
    userVerification: 'required',
  })
  await reader.rows(KEEP, [randomUUID(), ENTERING, options.challenge])
  return options
}

/** The counter that the passkey has come to. @throws Refused PASSKEY_NOT_ACCEPTED */
export async function answeredCounter(
  reader: Reader,
  deps: Pick<Deps, 'publicUrl' | 'log'>,
  credential: WebAuthnCredential,
  response: AuthenticationResponseJSON,
): Promise<number> {
  const { verifyAuthenticationResponse } = await webauthn()
  const expectedChallenge = wasAsked(reader, ENTERING)
  const { verified, authenticationInfo } = await accepted(deps, () =>
    verifyAuthenticationResponse({ response, credential, expectedChallenge, ...partyOf(deps) }),
  )
  if (!verified) throw new Refused({ code: 'PASSKEY_NOT_ACCEPTED' })
  return authenticationInfo.newCounter
}

/** The library throws for whatever a browser, or somebody in its place, got wrong. */
async function accepted<Answer>({ log }: Pick<Deps, 'log'>, verify: () => Promise<Answer>): Promise<Answer> {
  try {
    return await verify()
  } catch (cause) {
    log.info({ err: cause }, 'a passkey was not accepted')
    throw new Refused({ code: 'PASSKEY_NOT_ACCEPTED' }, { cause })
  }
}
