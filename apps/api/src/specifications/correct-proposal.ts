import { ActDone, CorrectProposalInput } from '@portal/contracts'
import { COORDINATING_AREA, correctProposal as corrected, decideVersion } from '@portal/domain'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, granted } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { factsOf, lockVersion, proposalOf } from './locked-version.ts'

const WRITE: Statement = {
  name: 'version_write_proposal',
  text: `
    UPDATE specification_version SET proposal = $3, record_version = record_version + 1
    WHERE id = $1 AND record_version = $2 RETURNING record_version`,
}

/** One correction of the proposed clauses: split, join, renumber, exclude, move in or out. */
export const correctProposal = procedureFor('derfe_coordinator')
  .input(CorrectProposalInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'specifications.correct', input, async (act) => {
      const version = await lockVersion(act, input)
      granted(decideVersion(factsOf(version), { kind: 'correct' }, actor))
      const proposal = granted(corrected(await proposalOf(act, version), input.correction))
      const values = [version.id, version.record_version, JSON.stringify(proposal)]
      const written = found(await act.one<{ record_version: number }>(WRITE, values))
      await act.record({
        recordKind: 'version',
        recordId: version.id,
        verb: 'specifications.correct',
        details: input.correction,
        roundId: null,
        versionId: version.id,
        audience: [COORDINATING_AREA],
      })
      return { recordId: version.id, recordVersion: written.record_version }
    }),
  )
