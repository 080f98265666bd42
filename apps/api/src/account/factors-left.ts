import { removeSecondFactor } from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'
import { granted } from '../refused.ts'
import type { Context } from '../trpc.ts'
import type { SessionOwner } from '../identity/exports.ts'
import { policyFor } from './policy.ts'

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
 * @throws Refused LAST_SECOND_FACTOR where the role needs one
 */
export async function takeFactor(
  reader: Reader,
  { owner, actor }: { owner: SessionOwner; actor: Context['actor'] },
  take: () => Promise<void>,
): Promise<number> {
  await reader.rows(LOCK, [owner.personId])
  await take()
  const left = (await reader.one<{ left: number }>(LEFT, [owner.personId]))?.left ?? 0
  granted(removeSecondFactor(await policyFor(reader, actor?.role ?? null), left))
  if (left === 0) await reader.rows(FORGET_CODES, [owner.personId])
  return left
}
