import { ok, refuse, type Result } from '../result.ts'
import { ROLES, type Role } from './role.ts'

/** Whether a role needs a second factor everywhere, or only where the administration widened the policy to it. */
const SECOND_FACTOR = {
  /** Sends formally for the OPL. */
  opl_head: 'always',
  /** Validates and publishes. */
  derfe_head: 'always',
  /** Validates for DEOE. */
  deoe_head: 'always',
  /** Decides who enters. */
  administrator: 'always',
  opl_liaison: 'if_widened',
  derfe_coordinator: 'if_widened',
  deoe_reviewer: 'if_widened',
  area_responder: 'if_widened',
  observer: 'if_widened',
  auditor: 'if_widened',
} as const satisfies Record<Role, 'always' | 'if_widened'>

/** Roles that need a second factor whatever the administration decides. */
export const SECOND_FACTOR_ROLES: readonly Role[] = ROLES.filter((role) => SECOND_FACTOR[role] === 'always')

/** How a session began; a passkey is two factors in one: the device, and what opens it. */
export const ENTRY_METHODS = ['password', 'passkey', 'sso'] as const
export type EntryMethod = (typeof ENTRY_METHODS)[number]
/** What was shown besides; `provider`: the organisation's own provider says that it asked for two. */
export const SECOND_FACTORS = ['totp', 'recovery_code', 'passkey', 'provider'] as const
export type SecondFactor = (typeof SECOND_FACTORS)[number]

/** What a session still lacks before it opens anything: to show the factor that there is, or to set one up. */
export type SecondFactorStep = 'enter' | 'set_up'

export type SecondFactorRefusal =
  | { code: 'SECOND_FACTOR_REQUIRED'; step: SecondFactorStep }
  | { code: 'WRONG_PASSWORD' }
  /** Who has no password confirms with a session that their institution's provider began within a quarter of an hour. */
  | { code: 'ENTRY_NOT_RECENT' }
  | { code: 'WRONG_CODE' }
  /** The role needs one, and this is the last. */
  | { code: 'LAST_SECOND_FACTOR' }
  | { code: 'NO_SECOND_FACTOR' }
  | { code: 'PASSKEY_NOT_ACCEPTED' }
  /** The policy holds for these roles already. */
  | { code: 'POLICY_ALREADY_HOLDS' }

export type SecondFactorFacts = {
  /** Of the appointment in force; null without one. */
  role: Role | null
  /** The person has a confirmed application or a passkey. */
  has: boolean
  /** The session has shown one. */
  shown: boolean
  /** The administration widened the policy to the role. */
  widened: boolean
  /** The demonstration compels nobody. */
  exempt: boolean
}

const isCompulsory = ({ role, widened, exempt }: Omit<SecondFactorFacts, 'has' | 'shown'>): boolean =>
  !exempt && role !== null && (widened || SECOND_FACTOR[role] === 'always')

/** What a session must do before anything else; null when it may go on. Whoever has a factor always shows it. */
export function secondFactorStep(facts: SecondFactorFacts): SecondFactorStep | null {
  if (facts.shown) return null
  if (facts.has) return 'enter'
  return isCompulsory(facts) ? 'set_up' : null
}

/**
 * Whether one of a person's factors may go.
 * @param policies of each role in which they may act, in their own place or another's: the strictest holds
 * @param left how many would remain
 */
export function removeSecondFactor(
  policies: readonly Omit<SecondFactorFacts, 'has' | 'shown'>[],
  left: number,
): Result<null, SecondFactorRefusal> {
  return left === 0 && policies.some(isCompulsory) ? refuse({ code: 'LAST_SECOND_FACTOR' }) : ok(null)
}

/** The roles that a widening adds: the policy only grows. */
export function widenSecondFactor(
  widened: readonly Role[],
  asked: readonly Role[],
): Result<Role[], SecondFactorRefusal> {
  const added = [...new Set(asked)].filter((role) => SECOND_FACTOR[role] !== 'always' && !widened.includes(role))
  return added.length === 0 ? refuse({ code: 'POLICY_ALREADY_HOLDS' }) : ok(added)
}
