import type { AppointmentRow, PeopleFilters } from '@portal/contracts'
import type { Person } from '@portal/domain'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import type { Deps } from '../deps.ts'
import { hasSecondFactor, INVITATION, passwordSet } from '../identity/exports.ts'
import { iso } from '../specifications/exports.ts'

/** As people search: without accents and capitals. */
const plain = (text: string): string => `translate(lower(${text}), 'áéíóúüñ', 'aeiouun')`

/** A page goes on after the appointment `$6`, whose place in the order is looked up: its name may have changed since. */
const LIST: Statement = {
  name: 'people_list',
  text: `
    WITH placed AS (
      SELECT a.*, p.name, p.email, o.position,
        CASE
          WHEN a.ended_at IS NOT NULL OR a.until_day < $1::date THEN 'over'
          WHEN a.from_day > $1::date THEN 'future'
          ELSE 'in_force'
        END AS state,
        CASE
          WHEN ${passwordSet('p')} THEN 'active'
          WHEN pr.id IS NOT NULL THEN 'provider'
          WHEN EXISTS (
            SELECT FROM verification AS v WHERE v.identifier = '${INVITATION}' || p.id AND v.expires_at > now()
          ) THEN 'invited'
          ELSE 'none'
        END AS access,
        ${hasSecondFactor('p')} AS second_factor,
        CASE WHEN pr.id IS NOT NULL THEN json_build_object('id', pr.id, 'name', pr.name) END AS provider
      FROM appointment AS a
      JOIN person AS p ON p.id = a.person_id
      JOIN organisation AS o ON o.id = a.organisation_id
      LEFT JOIN LATERAL (
        SELECT sp.id, sp.name FROM sign_on_organisation AS so
        JOIN sign_on_provider AS sp ON sp.id = so.provider_id
        JOIN sign_on_subject AS s ON s.issuer = sp.issuer AND s.person_id = p.id
        WHERE so.organisation_id = a.organisation_id
      ) AS pr ON true
      WHERE ($2::text IS NULL OR a.organisation_id = $2)
        AND ($3::text IS NULL OR a.role = $3)
        AND ($5::text IS NULL OR ${plain("p.name || ' ' || p.email")} LIKE ${plain('$5::text')})
    )
    SELECT a.id, a.record_version AS "recordVersion", a.organisation_id AS "organisationId", a.role,
      json_build_object('id', a.person_id, 'name', a.name, 'email', a.email) AS person,
      a.from_day AS "fromDay", a.until_day AS "untilDay", a.letter, a.state, a.access, a.second_factor AS "secondFactor", a.provider,
      CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS "letterFile",
      ${iso('a.ended_at')} AS "endedAt", a.end_reason AS "endReason",
      before.name AS replaces, next.name AS "replacedBy"
    FROM placed AS a
    LEFT JOIN upload AS u ON u.id = a.letter_upload_id
    LEFT JOIN LATERAL (
      SELECT p.name FROM appointment AS b JOIN person AS p ON p.id = b.person_id WHERE b.id = a.replaces_id
    ) AS before ON true
    LEFT JOIN LATERAL (
      SELECT p.name FROM appointment AS b JOIN person AS p ON p.id = b.person_id WHERE b.replaces_id = a.id
    ) AS next ON true
    WHERE ($4::text IS NULL OR a.state = $4)
      AND ($6::uuid IS NULL OR (a.position, a.name, a.id) > (
        SELECT o.position, p.name, l.id FROM appointment AS l
        JOIN person AS p ON p.id = l.person_id JOIN organisation AS o ON o.id = l.organisation_id
        WHERE l.id = $6))
    ORDER BY a.position, a.name, a.id LIMIT $7`,
}

type Row = Omit<AppointmentRow, 'allowed'>

const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** What the filters leave, with what the actor may do about each. */
export async function appointmentRows(
  deps: Pick<Deps, 'pool' | 'clock'>,
  actor: Person,
  { organisationId, role, state, search }: PeopleFilters,
  after: string | null,
  limit: number | null,
): Promise<AppointmentRow[]> {
  const pattern = search ? `%${escaped(search)}%` : null
  const values = [dayAt(deps.clock.now()), organisationId ?? null, role ?? null, state ?? null, pattern, after, limit]
  const rows = await readerOn(deps.pool).rows<Row>(LIST, values)
  return rows.map((row) => ({ ...row, allowed: allowed(row, actor) }))
}

function allowed(
  { state, person, secondFactor, provider }: Row,
  { role, personId }: Person,
): AppointmentRow['allowed'] {
  if (role !== 'administrator' || state === 'over') return []
  // What stands between an open screen and somebody's own account, another administrator takes away.
  const another = person.id !== personId
  return [
    'end',
    'offer_access',
    ...(another && secondFactor ? (['reset_second_factor'] as const) : []),
    ...(another && provider !== null ? (['unbind'] as const) : []),
  ]
}
