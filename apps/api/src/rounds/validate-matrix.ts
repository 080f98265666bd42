import { ActDone, RoundInput } from '@portal/contracts'
import { matrixHash } from '@portal/documents'
import { decideRound, formatCount } from '@portal/domain'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { granted } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { changeRound } from './change-round.ts'
import { roundFacts } from './facts.ts'
import { eventOf, lockRound, subjectOf } from './locked-round.ts'
import { allMatrixRows } from './matrix-rows.ts'
import { moveVersion } from './version-of-round.ts'

const RESOLVE: Statement = {
  name: 'round_resolve_observations',
  text: `
    UPDATE observation SET status = 'resolved', record_version = record_version + 1
    WHERE round_id = $1 AND status = 'proposed'`,
}

/** The head of DERFE makes the proposal the decision and publishes the matrix, to all who took part. */
export const validateMatrix = procedureFor('derfe_head')
  .input(RoundInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'rounds.validate', input, async (act) => {
      const round = await lockRound(act, input)
      const facts = await roundFacts(act, round.id)
      const now = act.now()
      const { status } = granted(decideRound(facts, { kind: 'validate' }, actor, now))
      await act.rows(RESOLVE, [round.id])
      await moveVersion(act, round.versionId, 'publish_matrix', actor)
      const rows = await allMatrixRows(act, round.id, now)
      const hash = matrixHash({ rows })
      const recordVersion = await changeRound(act, round, { status, publishedAt: now, matrixHash: hash })
      const receipt = await act.record({
        ...eventOf(round),
        verb: 'rounds.validate',
        details: { observations: rows.length, hash },
        certified: {
          organisationId: actor.organisationId,
          act: 'Publicación de la matriz de observaciones',
          subject: subjectOf(round),
          lines: [
            { label: 'Observaciones', value: formatCount(rows.length) },
            { label: 'Huella del contenido (SHA-256)', value: hash },
          ],
          files: [],
          illustrative: round.illustrative,
        },
      })
      return { recordId: round.id, recordVersion, ...receipt }
    }),
  )
