import {
  isOplRole,
  ROLES,
  secondFactorStep,
  type OrganisationKind,
  type Person,
  type Represented,
  type Role,
  type SecondFactorStep,
} from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'
import { justEntered } from './just-entered.ts'
import { REPRESENTED } from './represented.ts'
import { SECOND_FACTORS_OF } from './second-factors.ts'
import { reached } from './session-reach.ts'

/**
 * Sessions end by the real clock, as they began; appointments by the product's. One that acts for another is nobody's as
 * soon as it may not: what its person meant to do in that place is not done in their own.
 */
const SESSIONS: Statement = {
  name: 'identity_sessions',
  text: `
    SELECT s.token, s.id AS "sessionId", s.second_factor IS NOT NULL AS shown,
      ${justEntered('s')} AS entering, s.last_seen_at < now() - interval '1 minute' AS unseen,
      p.id AS "personId", p.name AS "personName", p.email, f.*, a.*
    FROM session AS s
    JOIN person AS p ON p.id = s.person_id
    LEFT JOIN LATERAL (
      SELECT a.id AS "appointmentId", a.role, a.organisation_id AS "organisationId", o.kind
      FROM appointment AS a JOIN organisation AS o ON o.id = a.organisation_id
      WHERE a.person_id = p.id AND a.ended_at IS NULL AND a.from_day <= $2 AND (a.until_day IS NULL OR a.until_day >= $2)
        AND ${reached('a')}
      ORDER BY a.from_day DESC, a.id DESC
      LIMIT 1
    ) AS own ON true
    LEFT JOIN LATERAL (${REPRESENTED}) AS d ON own."appointmentId" IS NOT NULL
    CROSS JOIN LATERAL (
      SELECT coalesce(d."appointmentId", own."appointmentId") AS "appointmentId", coalesce(d.role, own.role) AS role,
        coalesce(d."organisationId", own."organisationId") AS "organisationId", coalesce(d.kind, own.kind) AS kind,
        d."onBehalfOf"
    ) AS a
    CROSS JOIN LATERAL (${SECOND_FACTORS_OF}) AS f
    WHERE s.token = ANY($1) AND s.expires_at > now()
      AND (s.delegation_id IS NULL OR d."appointmentId" IS NOT NULL)`,
}

/** Whose session it is, appointed or not. */
export type SessionOwner = { sessionId: string; personId: string; personName: string; email: string }

/** What a session must show or set up before it opens anything, and which factors there are. */
export type SecondFactorLack = { step: SecondFactorStep; totp: boolean; passkey: boolean }

type Entered = {
  owner: SessionOwner
  /** The person under the appointment in force; null without one. */
  appointed: Person | null
  lacks: SecondFactorLack | null
  /** Nobody has noted for a while that it is in use. */
  unseen: boolean
}

type Row = SessionOwner & {
  token: string
  shown: boolean
  entering: boolean
  unseen: boolean
  totp: boolean
  passkey: boolean
  widened: boolean
  exempt: boolean
} & (Appointed | { [Name in keyof Appointed]: null })
type Appointed = {
  appointmentId: string
  role: Role
  organisationId: string
  kind: OrganisationKind
  onBehalfOf: Represented | null
}

/** Each good session by its token, with its person under the appointment in force on `day`. */
export async function sessionActors(
  reader: Reader,
  tokens: readonly string[],
  day: string,
): Promise<Map<string, Entered>> {
  const rows = await reader.rows<Row>(SESSIONS, [tokens, day])
  return new Map(
    rows.flatMap((row) => {
      const { token, sessionId, personId, personName, email, totp, passkey, unseen } = row
      const step = secondFactorStep({ ...row, has: totp || passkey })
      if (step !== null && !row.entering) return []
      const owner = { sessionId, personId, personName, email }
      return [[token, { owner, appointed: actorOf(row), lacks: step && { step, totp, passkey }, unseen }] as const]
    }),
  )
}

/** A role that does not fit its organisation gives nothing: an OPL's role outside an OPL, INE's within one. */
function actorOf({ personId, personName, appointmentId, organisationId, role, kind, onBehalfOf }: Row): Person | null {
  if (role === null || !ROLES.includes(role)) return null
  const appointed = { personId, personName, appointmentId, organisationId, ...(onBehalfOf && { onBehalfOf }) }
  if (isOplRole(role)) return kind === 'opl' ? { kind: 'opl', ...appointed, role } : null
  return kind === 'opl' ? null : { kind: 'ine', ...appointed, role }
}
