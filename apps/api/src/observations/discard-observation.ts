import { ActDone, DiscardObservationInput } from '@portal/contracts'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { holdResponse } from './held-response.ts'

const RESPONSE: Statement = {
  name: 'observation_response',
  text: 'SELECT response_id AS "responseId" FROM observation WHERE id = $1 AND organisation_id = $2',
}
const LOCK: Statement = {
  name: 'observation_lock_draft',
  text: `
    SELECT o.status, o.record_version AS "recordVersion", o.number, o.type, c.citation, o.says,
      o.should_say AS "shouldSay", o.rationale, o.legal_basis AS "legalBasis"
    FROM observation AS o LEFT JOIN clause AS c ON c.id = o.clause_id WHERE o.id = $1 FOR NO KEY UPDATE OF o`,
}
const DISCARD: Statement = {
  name: 'observation_discard',
  text: `UPDATE observation SET status = 'withdrawn', record_version = record_version + 1 WHERE id = $1`,
}

type Draft = { status: string; recordVersion: number; number: number | null; citation: string | null } & Record<
  'type' | 'says' | 'shouldSay' | 'rationale' | 'legalBasis',
  string
>

/** Nothing is deleted: a draft that is given up stays on record, with what it said, for its own OPL. */
export const discardObservation = procedureFor('opl_liaison', 'opl_head')
  .input(DiscardObservationInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'observations.discard', input, async (act) => {
      const { id } = input
      const { responseId } = found(await act.one<{ responseId: string }>(RESPONSE, [id, actor.organisationId]))
      const response = await holdResponse(act, responseId, actor, 'discard_observation')
      const { status, recordVersion, ...draft } = found(await act.one<Draft>(LOCK, [id]))
      if (status !== 'draft') throw new Refused({ code: 'OBSERVATION_NOT_EDITABLE' })
      if (recordVersion !== input.seen) throw new Refused({ code: 'CHANGED_MEANWHILE', recordVersion })
      await act.rows(DISCARD, [id])
      await act.record({
        recordKind: 'observation',
        recordId: id,
        verb: 'observations.discard',
        details: draft,
        roundId: response.roundId,
        versionId: response.versionId,
        audience: [response.organisationId],
      })
      return { recordId: id, recordVersion: recordVersion + 1 }
    }),
  )
