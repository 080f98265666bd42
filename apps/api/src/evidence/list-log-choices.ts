import { ActChoices, type PersonRef } from '@portal/contracts'
import type { z } from 'zod'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { procedureFor } from '../trpc.ts'

/** Loose index scans: as many looks as there are people and acts, however long the log is. */
const CHOICES: Statement = {
  name: 'evidence_log_choices',
  text: `
    WITH RECURSIVE verbs AS (
      (SELECT verb FROM audit_event ORDER BY verb LIMIT 1)
      UNION ALL
      SELECT (SELECT e.verb FROM audit_event AS e WHERE e.verb > verbs.verb ORDER BY e.verb LIMIT 1)
      FROM verbs WHERE verbs.verb IS NOT NULL
    )
    SELECT
      (SELECT coalesce(json_agg(verb), '[]') FROM verbs WHERE verb IS NOT NULL) AS verbs,
      (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name, p.id), '[]')
        FROM person AS p WHERE EXISTS (SELECT FROM audit_event AS e WHERE e.person_id = p.id)
          OR EXISTS (SELECT FROM audit_event AS e WHERE represented_person(e.body) = p.id)) AS people`,
}

/** Who has acted, and which acts there are. */
export const listLogChoices = procedureFor('auditor')
  .output(ActChoices)
  .query(async ({ ctx: { deps } }) => {
    const row = await readerOn(deps.pool).one<{ verbs: string[]; people: z.infer<typeof PersonRef>[] }>(CHOICES, [])
    return { verbs: row?.verbs ?? [], people: row?.people ?? [] }
  })
