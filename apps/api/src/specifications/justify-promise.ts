import { ActDone, JustifyPromiseInput } from '@portal/contracts'
import { COORDINATING_AREA, decideVersion } from '@portal/domain'
import { act } from '../acts/act.ts'
import { representedBy } from '../acts/represented-by.ts'
import type { Statement } from '../acts/transaction.ts'
import { granted, Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { factsOf, lockVersion } from './locked-version.ts'
import { promisesOf } from './promises.ts'
import { changeStatus } from './version-status.ts'

const INSERT: Statement = {
  name: 'promise_justify',
  text: `
    INSERT INTO promise_justification (version_id, observation_id, reason, by, by_for, at)
    VALUES ($1, $2, $3, $4, $5, $6)`,
}

/** Why an accepted observation is not found in the version that follows, or where it is seen in its artwork. */
export const justifyPromise = procedureFor('derfe_coordinator')
  .input(JustifyPromiseInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'specifications.justifyPromise', input, async (act) => {
      const { observationId, reason } = input
      const version = await lockVersion(act, input)
      const { status } = granted(decideVersion(factsOf(version), { kind: 'justify_promise', reason }, actor))
      const promise = (await promisesOf(act, version.id, false)).find(({ id }) => id === observationId)
      if (promise?.result !== 'not_found') throw new Refused({ code: 'NOT_FOUND' })
      await act.rows(INSERT, [version.id, observationId, reason, actor.personId, representedBy(actor), act.now()])
      const recordVersion = await changeStatus(act, version, status)
      await act.record({
        recordKind: 'version',
        recordId: version.id,
        verb: 'specifications.justifyPromise',
        reason,
        details: { number: promise.number, madeIn: promise.madeIn, round: promise.round },
        roundId: null,
        versionId: version.id,
        audience: [COORDINATING_AREA],
      })
      return { recordId: version.id, recordVersion }
    }),
  )
