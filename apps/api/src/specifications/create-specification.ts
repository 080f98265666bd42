import { ActDone, CreateSpecificationInput } from '@portal/contracts'
import { COORDINATING_AREA } from '@portal/domain'
import { representedBy } from '../acts/represented-by.ts'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found } from '../refused.ts'
import { procedureFor } from '../trpc.ts'

const INSERT: Statement = {
  name: 'specification_insert',
  text: `
    INSERT INTO specification (title, kind, illustrative, created_by, created_at, created_for)
    VALUES ($1, $2, $3, $4, $5, $6)
    RETURNING id`,
}

export const createSpecification = procedureFor('derfe_coordinator')
  .input(CreateSpecificationInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'specifications.create', input, async (act) => {
      const { title, kind } = input
      // What is tried out in the demonstration is marked wherever it is shown, printed or exported.
      const illustrative = deps.demonstrationPassword !== null
      const values = [title, kind, illustrative, actor.personId, act.now(), representedBy(actor)]
      const { id } = found(await act.one<{ id: string }>(INSERT, values))
      await act.record({
        recordKind: 'specification',
        recordId: id,
        verb: 'specifications.create',
        details: { title, kind },
        roundId: null,
        versionId: null,
        audience: [COORDINATING_AREA],
      })
      return { recordId: id, recordVersion: 1 }
    }),
  )
