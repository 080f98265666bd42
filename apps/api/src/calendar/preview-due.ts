import { DueView, PreviewDueInput } from '@portal/contracts'
import { dueOf, explainDue, extendedDueOf } from '@portal/domain'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { found, granted } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { calendarOf } from './rows.ts'

/** Only rounds that run have an end to move; the coordinator, who alone asks, sees all of them. */
const ROUND_DUE: Statement = {
  name: 'calendar_round_due',
  text: 'SELECT due FROM review_round WHERE id = $1 AND due IS NOT NULL',
}

/** The due date that a rule would give now, and why, before anybody commits to it. */
export const previewDue = procedureFor('derfe_coordinator')
  .input(PreviewDueInput)
  .output(DueView)
  .query(async ({ ctx, input }) => {
    const reader = readerOn(ctx.deps.pool)
    const calendar = await calendarOf(reader, input.calendarKey)
    const { rule } = input
    const due = input.extends
      ? extendedDueOf({
          dueAt: found(await reader.one<{ due: string }>(ROUND_DUE, [input.extends])).due,
          rule,
          calendar,
        })
      : dueOf({ notifiedAt: ctx.deps.clock.now(), rule, calendar })
    const { at, explanation } = granted(due)
    return { due: at, explanation: explainDue(explanation, 'not_yet') }
  })
