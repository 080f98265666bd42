import { ActDone, WithdrawVersionInput } from '@portal/contracts'
import { COORDINATING_AREA, decideVersion } from '@portal/domain'
import { act } from '../acts/act.ts'
import { granted } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { factsOf, lockVersion } from './locked-version.ts'
import { changeStatus } from './version-status.ts'

export const withdrawVersion = procedureFor('derfe_coordinator')
  .input(WithdrawVersionInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'specifications.withdraw', input, async (act) => {
      const version = await lockVersion(act, input)
      const { reason } = input
      const { status } = granted(decideVersion(factsOf(version), { kind: 'withdraw', reason }, actor))
      const recordVersion = await changeStatus(act, version, status)
      await act.record({
        recordKind: 'version',
        recordId: version.id,
        verb: 'specifications.withdraw',
        reason,
        details: { specification: version.title, version: version.number },
        roundId: null,
        versionId: version.id,
        // A draft is known to nobody else.
        audience: version.status === 'draft' ? [COORDINATING_AREA] : null,
      })
      return { recordId: version.id, recordVersion }
    }),
  )
