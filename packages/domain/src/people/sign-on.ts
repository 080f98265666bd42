import { ok, refuse, type Result } from '../result.ts'
import type { OrganisationKind } from './organisation.ts'

/** Why an identity provider is not taken up, or not changed. */
export type ProviderRefusal =
  /** Its address must be https, with a name. */
  | { code: 'ISSUER_NOT_ACCEPTED' }
  | { code: 'PROVIDER_NOT_ANSWERING'; why: 'unreachable' | 'no_discovery' | 'other_issuer' }
  | { code: 'DOMAIN_TAKEN'; domain: string; provider: string }
  | { code: 'INSTITUTION_HAS_PROVIDER'; organisationId: string; provider: string }
  /** One OPL alone, or areas of INE: never both, never two OPL. */
  | { code: 'INSTITUTIONS_NOT_TOGETHER' }
  | { code: 'PROVIDER_IN_THAT_STATE'; suspended: boolean }
  | { code: 'PROVIDER_SUSPENDED' }
  /** The one before was given to another issuer. */
  | { code: 'CLIENT_SECRET_NEEDED' }
  /** The password was right, but this institution's people enter through its provider. */
  | { code: 'SIGN_ON_REQUIRED'; providerId: string; provider: string }
  /** With no account there has the person entered, or it was let go before. */
  | { code: 'NOT_BOUND'; provider: string }

/** Whether one provider may speak for these institutions: an OPL has its own, INE's areas may share one. */
export function providerFor(
  organisations: readonly { id: string; kind: OrganisationKind }[],
): Result<null, ProviderRefusal> {
  const opls = organisations.filter(({ kind }) => kind === 'opl').length
  const together = organisations.length > 0 && (opls === 0 || organisations.length === 1)
  return together ? ok(null) : refuse({ code: 'INSTITUTIONS_NOT_TOGETHER' })
}

/** What an identity provider says of whoever it sends. */
export type SignOnClaims = { email: string | null; emailVerified: boolean }

type Known = {
  personId: string
  /** An appointment is in force in an institution of this provider. */
  appointedHere: boolean
  appointedElsewhere: boolean
}

export type SignOnFacts = {
  /** The domains for whose addresses the provider speaks. */
  domains: readonly string[]
  /** Whom the provider's subject was bound to when they first entered. */
  bound: Known | null
  /** Who has the claimed address here; whether they are bound to another subject of this issuer. */
  addressed: (Known & { boundToAnother: boolean }) | null
}

export const SIGN_ON_REFUSALS = [
  'no_email',
  'email_not_verified',
  'other_domain',
  'unknown_person',
  'other_subject',
  'other_institution',
  'no_appointment',
] as const
export type SignOnRefusal = { code: (typeof SIGN_ON_REFUSALS)[number] }

/**
 * Whom a provider lets in. The first time its verified address says who; from then on its subject does, so that an address
 * that the institution gives to somebody else opens nothing of the person before.
 */
export function admit(
  facts: SignOnFacts,
  { email, emailVerified }: SignOnClaims,
): Result<{ personId: string; first: boolean }, SignOnRefusal> {
  const { bound, addressed } = facts
  if (bound) return appointed(bound, false)
  if (email === null) return refuse({ code: 'no_email' })
  if (!emailVerified) return refuse({ code: 'email_not_verified' })
  if (!facts.domains.includes(domainOf(email))) return refuse({ code: 'other_domain' })
  if (!addressed) return refuse({ code: 'unknown_person' })
  if (addressed.boundToAnother) return refuse({ code: 'other_subject' })
  return appointed(addressed, true)
}

function appointed(
  { personId, appointedHere, appointedElsewhere }: Known,
  first: boolean,
): Result<{ personId: string; first: boolean }, SignOnRefusal> {
  if (appointedHere) return ok({ personId, first })
  return refuse({ code: appointedElsewhere ? 'other_institution' : 'no_appointment' })
}

/** What stands behind the @ of an address, in lower case. */
export const domainOf = (email: string): string =>
  email
    .slice(email.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()
