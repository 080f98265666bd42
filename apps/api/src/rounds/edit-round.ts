import { ActDone, EditRoundInput } from '@portal/contracts'
import { decideRound } from '@portal/domain'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, granted } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { roundFacts } from './facts.ts'
import { eventOf, lockRound } from './locked-round.ts'
import { askRecipients, checkedPlan, planDetails } from './plan.ts'

const EDIT: Statement = {
  name: 'round_edit',
  text: `
    UPDATE review_round
    SET visibility = $3, rule_amount = $4, rule_kind = $5, calendar_key = $6, message = $7,
      conformity_amount = $8, conformity_kind = $9,
      record_version = record_version + 1
    WHERE id = $1 AND record_version = $2 RETURNING record_version AS "recordVersion"`,
}

export const editRound = procedureFor('derfe_coordinator')
  .input(EditRoundInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'rounds.edit', input, async (act) => {
      const round = await lockRound(act, input)
      granted(decideRound(await roundFacts(act, round.id), { kind: 'edit' }, actor, act.now()))
      const recipients = await checkedPlan(act, input)
      const { rule, visibility, calendarKey, message, conformity } = input
      const values = [round.id, round.recordVersion, visibility, rule.amount, rule.kind, calendarKey, message]
      const { recordVersion } = found(
        await act.one<{ recordVersion: number }>(EDIT, [
          ...values,
          conformity?.amount ?? null,
          conformity?.kind ?? null,
        ]),
      )
      await askRecipients(act, round.id, recipients)
      await act.record({ ...eventOf(round), verb: 'rounds.edit', details: planDetails(input, recipients) })
      return { recordId: round.id, recordVersion }
    }),
  )
