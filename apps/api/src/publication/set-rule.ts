import { ActDone, SetPublicationInput } from '@portal/contracts'
import { decidePublication } from '@portal/domain'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, granted, Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'

const LOCK: Statement = {
  name: 'publication_rule_lock',
  text: `
    SELECT id, shown, basis, record_version AS "recordVersion" FROM publication_rule WHERE kind = $1 FOR NO KEY UPDATE`,
}
const SET: Statement = {
  name: 'publication_rule_set',
  text: `
    UPDATE publication_rule SET shown = $2, basis = $3, record_version = record_version + 1 WHERE id = $1
    RETURNING record_version AS "recordVersion"`,
}

/** The administration says that the public side shows a kind of record, or no longer, and on which basis. */
export const setRule = procedureFor('administrator')
  .input(SetPublicationInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'publication.setRule', input, async (act) => {
      const rule = found(await act.one<{ id: string; recordVersion: number; shown: boolean }>(LOCK, [input.kind]))
      const { recordVersion: seen } = rule
      if (seen !== input.seen) throw new Refused({ code: 'CHANGED_MEANWHILE', recordVersion: seen })
      const { shown, basis } = granted(decidePublication(actor, input))
      const { recordVersion } = found(await act.one<{ recordVersion: number }>(SET, [rule.id, shown, basis]))
      await act.record({
        recordKind: 'publication',
        recordId: rule.id,
        verb: 'publication.setRule',
        reason: input.reason,
        details: { kind: input.kind, shown, basis },
        roundId: null,
        versionId: null,
        audience: [actor.organisationId],
      })
      return { recordId: rule.id, recordVersion }
    }),
  )
