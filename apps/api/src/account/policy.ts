import { secondFactorStep, type Role } from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'

const POLICY: Statement = {
  name: 'account_policy',
  text: `
    SELECT EXISTS (SELECT FROM second_factor_exemption) AS exempt,
      EXISTS (SELECT FROM second_factor_role WHERE role = $1) AS widened`,
}

/** What the policy says of a role now. */
export async function policyFor(
  reader: Reader,
  role: Role | null,
): Promise<{ role: Role | null; widened: boolean; exempt: boolean }> {
  const row = await reader.one<{ exempt: boolean; widened: boolean }>(POLICY, [role])
  if (!row) throw new Error('a query without a table gave no row')
  return { role, ...row }
}

/** Whether whoever acts under the role must have a second factor. */
export const isCompulsoryFor = async (reader: Reader, role: Role | null): Promise<boolean> =>
  secondFactorStep({ ...(await policyFor(reader, role)), has: false, shown: false }) === 'set_up'
