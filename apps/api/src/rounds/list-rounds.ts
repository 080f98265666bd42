import { ListRoundsInput, page, RoundRow } from '@portal/contracts'
import { sightOf } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import { after, cursorOf, perScope, scopeOf, visibleRound } from '../specifications/exports.ts'
import { checked, signedInProcedure } from '../trpc.ts'
import { gatheredRow, roundRow, type GatheredRow } from './round-row.ts'

const LIST = perScope(
  'round_list',
  (scope) => `
    SELECT ${gatheredRow('r', 'v', 's')} AS view
    FROM review_round AS r
    JOIN specification_version AS v ON v.id = r.version_id
    JOIN specification AS s ON s.id = v.specification_id
    WHERE ${visibleRound(scope, 'r')}
      AND ($2::text IS NULL OR r.status = $2)
      AND ($3::uuid IS NULL OR s.id = $3)
      AND ($4::uuid IS NULL OR r.id < $4)
    ORDER BY r.id DESC LIMIT $5`,
)

/** The newest first. */
export const listRounds = signedInProcedure
  .input(ListRoundsInput)
  .output(checked(page(RoundRow)))
  .query(async ({ ctx: { deps, actor }, input }) => {
    const rows = await readerOn(deps.pool, sightOf(actor)).rows<{ view: GatheredRow }>(LIST[scopeOf(actor)], [
      actor.organisationId,
      input.status ?? null,
      input.specificationId ?? null,
      after(input.cursor),
      input.limit + 1,
    ])
    return {
      rows: rows.slice(0, input.limit).map(({ view }) => roundRow(view, actor)),
      next: rows.length > input.limit ? cursorOf(rows[input.limit - 1]?.view.id) : null,
    }
  })
