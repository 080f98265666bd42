import { AREA_ROLES, COORDINATING_AREA } from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'

export type Area = { id: string; shortName: string; name: string }

/** Areas of INE beside the one that coordinates in which somebody is appointed today who can answer. */
const AREAS: Statement = {
  name: 'observation_referral_areas',
  text: `
    SELECT g.id, g.short_name AS "shortName", g.name FROM organisation AS g
    WHERE g.kind = 'ine_area' AND g.id <> $1 AND EXISTS (
      SELECT FROM appointment AS a
      WHERE a.organisation_id = g.id AND a.role = ANY ($2::text[]) AND a.from_day <= $3::date
        AND coalesce(a.until_day >= $3::date, true))
    ORDER BY g.position`,
}

export const referralAreas = (reader: Reader, now: string): Promise<Area[]> =>
  reader.rows<Area>(AREAS, [COORDINATING_AREA, AREA_ROLES, dayAt(now)])
