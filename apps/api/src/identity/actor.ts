import { isOplRole, ROLES, type OrganisationKind, type Person, type Role } from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'

/** Sessions end by the real clock, as they began; appointments by the product's. */
const SESSIONS: Statement = {
  name: 'identity_sessions',
  text: `
    SELECT s.token, p.id AS "personId", p.name AS "personName", a.*
    FROM session AS s
    JOIN person AS p ON p.id = s.person_id
    LEFT JOIN LATERAL (
      SELECT a.id AS "appointmentId", a.role, a.organisation_id AS "organisationId", o.kind
      FROM appointment AS a JOIN organisation AS o ON o.id = a.organisation_id
      WHERE a.person_id = p.id AND a.ended_at IS NULL AND a.from_day <= $2 AND (a.until_day IS NULL OR a.until_day >= $2)
      ORDER BY a.from_day DESC, a.id DESC
      LIMIT 1
    ) AS a ON true
    WHERE s.token = ANY($1) AND s.expires_at > now()`,
}

type Row = { token: string; personId: string; personName: string } & (Appointed | { [Name in keyof Appointed]: null })
type Appointed = { appointmentId: string; role: Role; organisationId: string; kind: OrganisationKind }

/** The person of each good session under the appointment in force on `day`; null for one without an appointment. */
export async function sessionActors(
  reader: Reader,
  tokens: readonly string[],
  day: string,
): Promise<Map<string, Person | null>> {
  const rows = await reader.rows<Row>(SESSIONS, [tokens, day])
  return new Map(rows.map((row) => [row.token, actorOf(row)]))
}

/** A role that does not fit its organisation gives nothing: an OPL's role outside an OPL, INE's within one. */
function actorOf({ token: _, kind, ...row }: Row): Person | null {
  if (row.role === null || !ROLES.includes(row.role)) return null
  const { role, ...appointed } = row
  if (isOplRole(role)) return kind === 'opl' ? { kind: 'opl', ...appointed, role } : null
  return kind === 'opl' ? null : { kind: 'ine', ...appointed, role }
}
