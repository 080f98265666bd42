import { removeSecondFactor } from '@portal/domain'
import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import { granted } from '../refused.ts'
import type { SessionOwner } from '../identity/exports.ts'
import { policiesOf } from './policy.ts'

/** Of two who take away the one factor each at the same time, the second sees what the first left. */
const LOCK: Statement = { name: 'account_lock_person', text: 'SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE' }
const LEFT: Statement = {
  name: 'account_factors_left',
  text: `
    SELECT (SELECT count(*)::int FROM totp WHERE person_id = $1 AND secret IS NOT NULL)
      + (SELECT count(*)::int FROM passkey WHERE person_id = $1) AS left`,
}
const FORGET_CODES: Statement = {
  name: 'account_forget_codes',
  text: 'DELETE FROM recovery_code WHERE person_id = $1',
}

/**
 * Takes one of a person's factors away with `take`; how many are left. Recovery codes stand in for a factor and go with the
 * last.
 * @throws Refused LAST_SECOND_FACTOR where one of the roles in which they may act needs one, also if not the one at hand
 */
export async function takeFactor(act: Act, { personId }: SessionOwner, take: () => Promise<void>): Promise<number> {
  await act.rows(LOCK, [personId])
  await take()
  const left = (await act.one<{ left: number }>(LEFT, [personId]))?.left ?? 0
  granted(removeSecondFactor(await policiesOf(act, personId, dayAt(act.now())), left))
  if (left === 0) await act.rows(FORGET_CODES, [personId])
  return left
}
