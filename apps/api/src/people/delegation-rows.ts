import type { DelegationFilters, DelegationRow } from '@portal/contracts'
import type { Person } from '@portal/domain'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import type { Deps } from '../deps.ts'
import { iso } from '../specifications/exports.ts'

/** The latest first: ids are in the order in which they were recorded. */
const LIST: Statement = {
  name: 'people_delegations',
  text: `
    SELECT * FROM (
      SELECT g.id, g.record_version AS "recordVersion", json_build_object('id', p.id, 'name', p.name) AS person,
        json_build_object('id', h.id, 'name', h.name) AS holder, b.id AS "appointmentId",
        b.organisation_id AS "organisationId", b.role, g.from_day AS "fromDay", g.until_day AS "untilDay", g.letter,
        json_build_object('id', u.id, 'name', u.name) AS "letterFile", g.reason,
        CASE
          WHEN g.ended_at IS NOT NULL OR g.until_day < $1::date OR b.ended_at IS NOT NULL OR b.until_day < $1::date
            THEN 'over'
          WHEN g.from_day > $1::date THEN 'future'
          ELSE 'in_force'
        END AS state,
        ${iso('g.ended_at')} AS "endedAt", g.end_reason AS "endReason"
      FROM delegation AS g
      JOIN person AS p ON p.id = g.person_id
      JOIN appointment AS b ON b.id = g.appointment_id
      JOIN person AS h ON h.id = b.person_id
      JOIN upload AS u ON u.id = g.letter_upload_id
    ) AS listed
    WHERE ($2::text IS NULL OR "organisationId" = $2) AND ($3::text IS NULL OR state = $3)
      AND ($4::uuid IS NULL OR id < $4)
    ORDER BY id DESC LIMIT $5`,
}

/** Delegations with what the actor may do with each; all of them without a `limit`. */
export async function delegationRows(
  deps: Deps,
  actor: Person,
  { organisationId, state }: DelegationFilters,
  after: string | null,
  limit: number | null,
): Promise<DelegationRow[]> {
  const values = [dayAt(deps.clock.now()), organisationId ?? null, state ?? null, after, limit]
  const rows = await readerOn(deps.pool).rows<Omit<DelegationRow, 'allowed'>>(LIST, values)
  return rows.map((row) => ({
    ...row,
    allowed: actor.role === 'administrator' && row.state !== 'over' ? ['end'] : [],
  }))
}
