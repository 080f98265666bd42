import { ActDone, WidenSecondFactorInput } from '@portal/contracts'
import { widenSecondFactor, type Role } from '@portal/domain'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { granted } from '../refused.ts'
import { procedureFor } from '../trpc.ts'

/** Two who widen at once come one after the other. */
const LOCK: Statement = {
  name: 'people_lock_policy',
  text: 'LOCK TABLE second_factor_role IN SHARE ROW EXCLUSIVE MODE',
}
const WIDENED: Statement = { name: 'people_widened', text: 'SELECT role FROM second_factor_role' }
const WIDEN: Statement = {
  name: 'people_widen',
  text: 'INSERT INTO second_factor_role (role, at) SELECT role, $2 FROM unnest($1::text[]) AS role',
}

/** The chain of acts on the one policy of access that an installation has. */
const POLICY_ID = '00000000-0000-4000-8000-000000000001'

/** Makes the second factor compulsory for more roles, at once. Nothing takes it back. */
export const widenSecondFactorPolicy = procedureFor('administrator')
  .input(WidenSecondFactorInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'people.widenSecondFactor', input, async (act) => {
      await act.rows(LOCK, [])
      const widened = await act.rows<{ role: Role }>(WIDENED, [])
      const roles = granted(
        widenSecondFactor(
          widened.map(({ role }) => role),
          input.roles,
        ),
      )
      await act.rows(WIDEN, [roles, act.now()])
      await act.record({
        recordKind: 'policy',
        recordId: POLICY_ID,
        verb: 'people.widenSecondFactor',
        reason: input.reason,
        details: { roles },
        roundId: null,
        versionId: null,
        audience: null,
      })
      return { recordId: POLICY_ID, recordVersion: widened.length + roles.length }
    }),
  )
