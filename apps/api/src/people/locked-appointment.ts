import { endAppointment, type Role } from '@portal/domain'
import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import { passwordSet } from '../identity/exports.ts'
import { found, granted, Refused } from '../refused.ts'
import { PEOPLE_AUDIENCE } from './appoint.ts'

/** Those who administer are locked together and in one order: of two who end each other one comes second, and last. */
const LOCK: Statement = {
  name: 'people_lock',
  text: `
    WITH locked AS MATERIALIZED (
      SELECT a.* FROM appointment AS a
      WHERE a.id = $1 OR (a.role = 'administrator' AND a.ended_at IS NULL)
      ORDER BY a.id FOR UPDATE
    )
    SELECT a.id, a.person_id AS "personId", p.name, a.organisation_id AS "organisationId", a.role,
      a.record_version AS "recordVersion", a.ended_at IS NOT NULL OR a.until_day < $2::date AS over,
      (SELECT count(*)::int FROM locked AS l JOIN person AS other ON other.id = l.person_id
        WHERE l.person_id <> a.person_id AND l.role = 'administrator' AND l.ended_at IS NULL
          AND l.from_day <= $2::date AND (l.until_day IS NULL OR l.until_day >= $2::date)
          AND ${passwordSet('other')}) AS "otherAdministrators"
    FROM locked AS a JOIN person AS p ON p.id = a.person_id
    WHERE a.id = $1`,
}
const END: Statement = {
  name: 'people_end',
  text: `
    UPDATE appointment SET ended_at = $2, end_reason = $3, record_version = record_version + 1
    WHERE id = $1 RETURNING record_version AS "recordVersion"`,
}

export type LockedAppointment = {
  id: string
  personId: string
  name: string
  organisationId: string
  role: Role
  recordVersion: number
  over: boolean
  otherAdministrators: number
}

/** @throws Refused when somebody changed it since the actor read it */
export async function lockAppointment(
  act: Act,
  { appointmentId, seen }: { appointmentId: string; seen: number },
): Promise<LockedAppointment> {
  const appointment = found(await act.one<LockedAppointment>(LOCK, [appointmentId, dayAt(act.now())]))
  if (appointment.recordVersion === seen) return appointment
  throw new Refused({ code: 'CHANGED_MEANWHILE', recordVersion: appointment.recordVersion })
}

/** @param substitute the name of whoever takes the place in the same act */
export async function endLocked(
  act: Act,
  appointment: LockedAppointment,
  reason: string,
  substitute: string | null,
): Promise<number> {
  granted(endAppointment(appointment, reason))
  const ended = found(await act.one<{ recordVersion: number }>(END, [appointment.id, act.now(), reason]))
  await act.record({
    recordKind: 'appointment',
    recordId: appointment.id,
    verb: 'people.end',
    reason,
    details: { person: appointment.name, substitute },
    roundId: null,
    versionId: null,
    audience: PEOPLE_AUDIENCE,
  })
  return ended.recordVersion
}
