import { ActDone, PrepareRoundInput } from '@portal/contracts'
import { COORDINATING_AREA } from '@portal/domain'
import { act, type Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { askRecipients, checkedPlan, planDetails } from './plan.ts'
import { decideVersionOfRound, lockVersionOfRound } from './version-of-round.ts'

/** Rounds are numbered per specification, whichever of its versions they are on: its row is the lock. */
const LOCK_SPECIFICATION: Statement = {
  name: 'round_lock_specification',
  text: `
    SELECT id FROM specification
    WHERE id = (SELECT specification_id FROM specification_version WHERE id = $1) FOR NO KEY UPDATE`,
}
const ROUNDS: Statement = {
  name: 'round_rounds_so_far',
  text: `
    SELECT coalesce(max(r.number), 0) + 1 AS next, (
      SELECT id FROM review_round
      WHERE version_id = $2 AND status IN ('preparing', 'open', 'resolving', 'validating', 'conformity') LIMIT 1
    ) AS running
    FROM review_round AS r JOIN specification_version AS v ON v.id = r.version_id WHERE v.specification_id = $1`,
}
const INSERT: Statement = {
  name: 'round_insert',
  text: `
    INSERT INTO review_round (version_id, number, status, status_since, visibility, rule_amount, rule_kind,
      calendar_key, message, conformity_amount, conformity_kind, created_by, created_at)
    VALUES ($1, $2, 'preparing', $3, $4, $5, $6, $7, $8, $9, $10, $11, $3) RETURNING id`,
}

/** A round in preparation on a version: to whom, for how long, with what message. Nobody outside DERFE sees it. */
export const prepareRound = procedureFor('derfe_coordinator')
  .input(PrepareRoundInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'rounds.prepare', input, async (act) => {
      const number = await nextNumber(act, input.versionId)
      const version = await lockVersionOfRound(act, input.versionId)
      if (version.recordVersion !== input.seen) {
        throw new Refused({ code: 'CHANGED_MEANWHILE', recordVersion: version.recordVersion })
      }
      decideVersionOfRound(version, { kind: 'enter_round' }, actor)
      const { rule, visibility, calendarKey, message, conformity } = input
      const recipients = await checkedPlan(act, input)
      const values = [input.versionId, number, act.now(), visibility, rule.amount, rule.kind, calendarKey, message]
      const phase = [conformity?.amount ?? null, conformity?.kind ?? null]
      const { id } = found(await act.one<{ id: string }>(INSERT, [...values, ...phase, actor.personId]))
      await askRecipients(act, id, recipients)
      await act.record({
        recordKind: 'round',
        recordId: id,
        verb: 'rounds.prepare',
        details: { number, ...planDetails(input, recipients) },
        roundId: id,
        versionId: input.versionId,
        audience: [COORDINATING_AREA],
      })
      return { recordId: id, recordVersion: 1 }
    }),
  )

/** @throws Refused when a round runs on the version */
async function nextNumber(act: Act, versionId: string): Promise<number> {
  const { id } = found(await act.one<{ id: string }>(LOCK_SPECIFICATION, [versionId]))
  const { next, running } = found(await act.one<{ next: number; running: string | null }>(ROUNDS, [id, versionId]))
  if (running !== null) throw new Refused({ code: 'ROUND_ALREADY_RUNNING', roundId: running })
  return next
}
