import { ActDone, EndDelegationInput } from '@portal/contracts'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { PEOPLE_AUDIENCE } from './appoint.ts'

const LOCK: Statement = {
  name: 'people_lock_delegation',
  text: `
    SELECT g.record_version AS "recordVersion", g.appointment_id AS "appointmentId", g.ended_at IS NOT NULL AS over,
      p.name AS person, h.name AS holder
    FROM delegation AS g
    JOIN person AS p ON p.id = g.person_id
    JOIN appointment AS b ON b.id = g.appointment_id
    JOIN person AS h ON h.id = b.person_id
    WHERE g.id = $1 FOR UPDATE OF g`,
}
const END: Statement = {
  name: 'people_end_delegation',
  text: `
    UPDATE delegation SET ended_at = $2, end_reason = $3, record_version = record_version + 1
    WHERE id = $1 RETURNING record_version AS "recordVersion"`,
}

type Locked = { recordVersion: number; appointmentId: string; over: boolean; person: string; holder: string }

/** Ends a delegation at once: a session that acts so is nobody's any more. */
export const endDelegation = procedureFor('administrator')
  .input(EndDelegationInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'people.endDelegation', input, async (act) => {
      const { delegationId, seen, reason } = input
      const delegation = found(await act.one<Locked>(LOCK, [delegationId]))
      const { recordVersion, appointmentId, person, holder } = delegation
      if (recordVersion !== seen) throw new Refused({ code: 'CHANGED_MEANWHILE', recordVersion })
      if (delegation.over) throw new Refused({ code: 'DELEGATION_ENDED' })
      const ended = found(await act.one<{ recordVersion: number }>(END, [delegationId, act.now(), reason]))
      await act.record({
        recordKind: 'appointment',
        recordId: appointmentId,
        verb: 'people.endDelegation',
        reason,
        details: { person, holder },
        roundId: null,
        versionId: null,
        audience: PEOPLE_AUDIENCE,
      })
      return { recordId: delegationId, ...ended }
    }),
  )
