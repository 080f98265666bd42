import { Id, PromisesView } from '@portal/contracts'
import { z } from 'zod'
import { sightOf } from '../acts/sight.ts'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { found } from '../refused.ts'
import { checked, procedureFor } from '../trpc.ts'
import { promisesOf } from './promises.ts'

const VERSION: Statement = {
  name: 'promises_version',
  text: `
    SELECT v.record_version AS "recordVersion", v.published_at IS NOT NULL AS published
    FROM specification_version AS v WHERE v.id = $1`,
}

/** "¿Se cumplió lo acordado?": for those who see all versions, drafts included. */
export const listPromises = procedureFor('derfe_coordinator', 'derfe_head', 'auditor')
  .input(z.object({ versionId: Id }))
  .output(checked(PromisesView))
  .query(async ({ ctx: { deps, actor }, input }) => {
    const reader = readerOn(deps.pool, sightOf(actor))
    const version = await reader.one<{ recordVersion: number; published: boolean }>(VERSION, [input.versionId])
    const { published, recordVersion } = found(version)
    return { published, recordVersion, rows: await promisesOf(reader, input.versionId, published) }
  })
