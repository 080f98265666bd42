import { Id, TrailCheck } from '@portal/contracts'
import { RECORD_KIND_NAMES, type RecordKind } from '@portal/domain'
import { z } from 'zod'
import { sightOf } from '../acts/sight.ts'
import { inTransaction } from '../acts/transaction.ts'
import { ONE_SNAPSHOT } from '../acts/verify.ts'
import { Refused } from '../refused.ts'
import { readBy } from '../specifications/exports.ts'
import { signedInProcedure } from '../trpc.ts'
import { checkChains, type ChainEnd } from './check-chains.ts'
import { overTrail } from './records.ts'

type Head = ChainEnd & { record_kind: RecordKind }

const HEADS = overTrail(
  'evidence_heads',
  (records) => `
    WITH ${records}
    SELECT head.* FROM records CROSS JOIN LATERAL (
      SELECT c.record_id, c.record_kind, c.seq, c.hash FROM audit_chain AS c WHERE c.record_id = records.id LIMIT 1
    ) AS head
    WHERE EXISTS (SELECT FROM records WHERE id = $2)
    ORDER BY head.record_id`,
)

/** Recomputes, now, the chains of the record and of what belongs to it as far as the actor may see it. */
export const checkTrail = signedInProcedure
  .input(z.object({ recordId: Id }))
  .output(TrailCheck)
  .query(({ ctx: { deps, actor }, input }) =>
    inTransaction(
      deps.pool,
      async (reader) => {
        await reader.rows(ONE_SNAPSHOT, [])
        const values = [actor.organisationId, input.recordId, ...readBy(actor, deps.clock.now())]
        const heads = await reader.rows<Head>(HEADS(actor), values)
        if (heads.length === 0) throw new Refused({ code: 'NOT_FOUND' })
        const { events, broken } = await checkChains(reader, heads)
        if (!broken) return { intact: true, events, broken }
        const kind = heads.find((head) => head.record_id === broken.record_id)?.record_kind ?? 'round'
        const reason = `En la cadena de ${RECORD_KIND_NAMES[kind].toLowerCase()} ${broken.record_id}: ${broken.reason}`
        return { intact: false, events, broken: { seq: broken.seq, reason } }
      },
      sightOf(actor),
    ),
  )
