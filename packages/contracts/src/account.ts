import { ENTRY_METHODS, ROLES, SECOND_FACTORS } from '@portal/domain'
import { z } from 'zod'
import { Id, Instant, needed, word } from './command.ts'

/** One of a person's own sessions. */
export const OwnSession = z.object({
  id: z.string(),
  /** As the browser describes itself; null when it said nothing. */
  userAgent: z.string().nullable(),
  address: z.string().nullable(),
  since: Instant,
  /** To the minute or so. */
  lastSeen: Instant,
  method: z.enum(ENTRY_METHODS),
  secondFactor: z.enum(SECOND_FACTORS).nullable(),
  /** The one that asks. */
  current: z.boolean(),
})
export type OwnSession = z.infer<typeof OwnSession>

export const OwnPasskey = z.object({ id: Id, name: z.string(), createdAt: Instant, lastUsedAt: Instant.nullable() })
export type OwnPasskey = z.infer<typeof OwnPasskey>

/** How a person enters, and where they are entered. */
export const AccountView = z.object({
  name: z.string(),
  email: z.string(),
  /** False for whoever enters through their organisation's provider alone: no act asks for a password then. */
  hasPassword: z.boolean(),
  sessions: z.array(OwnSession),
  /** Since when codes of an application are asked for; null where none are. */
  totpSince: Instant.nullable(),
  recoveryCodesLeft: z.int(),
  passkeys: z.array(OwnPasskey),
  /** Whether the role in force needs a second factor. */
  compulsory: z.boolean(),
})
export type AccountView = z.infer<typeof AccountView>

/** As typed; what is too long for the rule is refused by the rule. Empty where the person has none. */
const Password = z.string().max(1000)
/** Six digits of the application, or a recovery code; however it is spaced. */
const Code = z.string().max(50)

export const ChangePasswordInput = z.object({ password: Password, newPassword: Password })
export const CloseSessionInput = z.object({ id: word(100) })
export const OwnPasswordInput = z.object({ password: Password })
export const ConfirmTotpInput = z.object({ code: Code })
export const SecondFactorInput = z.object({ code: Code })

/** What an authenticator application needs, to be scanned or typed. */
export const TotpOffer = z.object({ secret: z.string(), uri: z.string(), qrSvg: z.string() })
export type TotpOffer = z.infer<typeof TotpOffer>

/** Shown once: only their hashes are kept. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof RecoveryCodes>

/** What a browser hands over after the person used their passkey; its parts are verified, not its shape. */
const Credential = z.looseObject({
  id: word(2000),
  rawId: word(2000),
  type: z.literal('public-key'),
  response: z.record(z.string(), z.unknown()),
  clientExtensionResults: z.record(z.string(), z.unknown()),
})

export const AddPasskeyInput = z.object({ name: needed(100), credential: Credential })
export const RemovePasskeyInput = z.object({ id: Id, password: Password })
export const EnterWithPasskeyInput = z.object({ credential: Credential })

/** Who must have a second factor: the roles of the law of the house, and those that the administration added. */
export const SecondFactorPolicy = z.object({
  always: z.array(z.enum(ROLES)),
  widened: z.array(z.object({ role: z.enum(ROLES), at: Instant })),
  /** The demonstration compels nobody. */
  exempt: z.boolean(),
})
export type SecondFactorPolicy = z.infer<typeof SecondFactorPolicy>

export const WidenSecondFactorInput = z.object({
  key: Id,
  roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length),
  reason: needed(2000),
})
export const ResetSecondFactorInput = z.object({ key: Id, personId: Id, reason: needed(2000) })
