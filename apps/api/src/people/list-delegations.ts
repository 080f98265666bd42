import { DelegationRow, ListDelegationsInput, page } from '@portal/contracts'
import { after, cursorOf } from '../specifications/exports.ts'
import { checked, procedureFor } from '../trpc.ts'
import { delegationRows } from './delegation-rows.ts'

/** Who acts in whose place, from when to when and by which letter. */
export const listDelegations = procedureFor('administrator', 'auditor')
  .input(ListDelegationsInput)
  .output(checked(page(DelegationRow)))
  .query(async ({ ctx: { deps, actor }, input }) => {
    const rows = await delegationRows(deps, actor, input, after(input.cursor), input.limit + 1)
    const shown = rows.slice(0, input.limit)
    return { rows: shown, next: rows.length > input.limit ? cursorOf(shown.at(-1)?.id) : null }
  })
