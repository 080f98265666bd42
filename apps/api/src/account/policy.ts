import { secondFactorStep, type Role } from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'
import { IN_FORCE } from '../identity/exports.ts'

const POLICIES: Statement = {
  name: 'account_policies',
  text: `
    WITH held AS (
      SELECT a.role FROM appointment AS a
      WHERE a.person_id = $1 AND a.ended_at IS NULL AND a.from_day <= $2 AND (a.until_day IS NULL OR a.until_day >= $2)
      UNION
      SELECT b.role FROM delegation AS g JOIN appointment AS b ON b.id = g.appointment_id
      WHERE g.person_id = $1 AND ${IN_FORCE}
    )
    SELECT role, EXISTS (SELECT FROM second_factor_exemption) AS exempt,
      EXISTS (SELECT FROM second_factor_role AS r WHERE r.role = held.role) AS widened
    FROM held`,
}

/** What the policy says on a day of each role in which a person may act, in whosever place. */
export const policiesOf = (
  reader: Reader,
  personId: string,
  day: string,
): Promise<{ role: Role; widened: boolean; exempt: boolean }[]> => reader.rows(POLICIES, [personId, day])

/** Whether a person must have a second factor, whoever they act for now. */
export const isCompulsoryFor = async (reader: Reader, personId: string, day: string): Promise<boolean> =>
  (await policiesOf(reader, personId, day)).some(
    (policy) => secondFactorStep({ ...policy, has: false, shown: false }) === 'set_up',
  )
