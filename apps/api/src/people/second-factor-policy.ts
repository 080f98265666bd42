import { SecondFactorPolicy } from '@portal/contracts'
import { SECOND_FACTOR_ROLES } from '@portal/domain'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { iso } from '../specifications/exports.ts'
import { procedureFor } from '../trpc.ts'

const POLICY: Statement = {
  name: 'people_second_factor_policy',
  text: `
    SELECT EXISTS (SELECT FROM second_factor_exemption) AS exempt,
      (SELECT coalesce(json_agg(json_build_object('role', role, 'at', ${iso('at')}) ORDER BY at, role), '[]')
        FROM second_factor_role) AS widened`,
}

/** For which roles a second factor is compulsory. */
export const secondFactorPolicy = procedureFor('administrator', 'auditor')
  .output(SecondFactorPolicy)
  .query(async ({ ctx: { deps } }) => {
    const row = await readerOn(deps.pool).one<Omit<SecondFactorPolicy, 'always'>>(POLICY, [])
    if (!row) throw new Error('a query without a table gave no row')
    return { always: [...SECOND_FACTOR_ROLES], ...row }
  })
