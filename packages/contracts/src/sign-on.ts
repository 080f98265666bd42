import { SIGN_ON_REFUSALS } from '@portal/domain'
import { z } from 'zod'
import { command, Id, Instant, needed, text, word } from './command.ts'

/** An identity provider as the administration sees it. Its secret never comes back. */
export const ProviderRow = z.object({
  id: Id,
  recordVersion: z.int(),
  name: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  organisationIds: z.array(z.string()),
  domains: z.array(z.string()),
  exclusive: z.boolean(),
  suspendedAt: Instant.nullable(),
  /** How many people have entered through its issuer at least once. */
  people: z.int(),
  allowed: z.array(z.enum(['edit', 'suspend', 'resume'])),
})
export type ProviderRow = z.infer<typeof ProviderRow>

/** The registered providers, and the address at which a provider must send people back. */
export const ProvidersView = z.object({ redirectUri: z.string(), rows: z.array(ProviderRow) })

const Domain = z
  .string()
  .trim()
  .max(253)
  .transform((value) => value.toLowerCase())
  .pipe(z.string().regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z0-9]$/))

const MOST_ORGANISATIONS = 40
const MOST_DOMAINS = 20

const provider = {
  name: needed(100),
  issuer: z.string().trim().max(500),
  clientId: needed(300),
  organisationIds: z.array(word(40)).min(1).max(MOST_ORGANISATIONS),
  domains: z.array(Domain).min(1).max(MOST_DOMAINS),
  exclusive: z.boolean(),
}
const Secret = z.string().min(1).max(1000)

export const RegisterProviderInput = z.object({ key: Id, ...provider, clientSecret: Secret })
/** Without a secret the one before stays. */
export const EditProviderInput = command({ providerId: Id, ...provider, clientSecret: Secret.nullable() })
export const ProviderReasonInput = command({ providerId: Id, reason: text(2000).pipe(z.string().min(1)) })

export const UnbindInput = z.object({ key: Id, personId: Id, providerId: Id, reason: needed(2000) })

/** What the sign-in screen needs to lead somebody to their institution's provider. */
export const SignOnOffer = z.object({
  providerId: Id,
  name: z.string(),
  domains: z.array(z.string()),
  exclusive: z.boolean(),
})
export type SignOnOffer = z.infer<typeof SignOnOffer>

/** Where the browser goes on. */
export type SignOnStarted = { location: string }

/** Why somebody came back without having entered: what the domain refuses, and what went wrong before. */
export const SIGN_ON_FAILURES = [...SIGN_ON_REFUSALS, 'expired', 'cancelled', 'suspended', 'provider_failed'] as const
export type SignOnFailure = (typeof SIGN_ON_FAILURES)[number]
