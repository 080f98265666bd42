import { ActChoices, Id, type PersonRef } from '@portal/contracts'
import { z } from 'zod'
import { sightOf } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import { found } from '../refused.ts'
import { readBy } from '../specifications/exports.ts'
import { signedInProcedure } from '../trpc.ts'
import { overTrail } from './records.ts'
import { DELIBERATIVE_VERBS, verbsKeptFrom } from './verbs.ts'

const CHOICES = overTrail(
  'evidence_trail_choices',
  (records) => `
    WITH ${records}, shown AS (
      SELECT DISTINCT e.person_id, represented_person(e.body) AS represented, e.verb FROM records JOIN audit_event AS e ON e.record_id = records.id
      WHERE (records.decided OR e.verb <> ALL($5::text[])) AND e.verb <> ALL($6::text[])
    )
    SELECT
      (SELECT coalesce(json_agg(DISTINCT verb ORDER BY verb), '[]') FROM shown) AS verbs,
      (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name, p.id), '[]')
        FROM person AS p WHERE p.id IN (SELECT person_id FROM shown UNION SELECT represented FROM shown)) AS people
    WHERE EXISTS (SELECT FROM records WHERE id = $2)`,
)

/** Who has acted on a record and what belongs to it, and which acts there are, as far as its trail shows them. */
export const listTrailChoices = signedInProcedure
  .input(z.object({ recordId: Id }))
  .output(ActChoices)
  .query(async ({ ctx: { deps, actor }, input }) => {
    const values = [
      actor.organisationId,
      input.recordId,
      ...readBy(actor, deps.clock.now()),
      DELIBERATIVE_VERBS,
      verbsKeptFrom(actor),
    ]
    type Row = { verbs: string[]; people: z.infer<typeof PersonRef>[] }
    return found(await readerOn(deps.pool, sightOf(actor)).one<Row>(CHOICES(actor), values))
  })
