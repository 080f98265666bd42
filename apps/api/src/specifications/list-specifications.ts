import { ListSpecificationsInput, page, SpecificationRow } from '@portal/contracts'
import { sightOf } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import { checked, signedInProcedure } from '../trpc.ts'
import { after, cursorOf } from './cursor.ts'
import { iso } from './iso.ts'
import { titleHas, wordsOf } from './words.ts'
import { perScope, scopeOf, visibleVersion } from './visible.ts'

const LIST = perScope(
  'specification_list',
  (scope) => `
    SELECT s.id, json_build_object(
      'id', s.id, 'title', s.title, 'kind', s.kind, 'illustrative', s.illustrative, 'createdAt', ${iso('s.created_at')},
      'latest', latest.view
    ) AS view
    FROM specification AS s
    LEFT JOIN LATERAL (
      SELECT json_build_object(
        'id', v.id, 'number', v.number, 'status', v.status, 'statusSince', ${iso('v.status_since')}) AS view
      FROM specification_version AS v
      WHERE v.specification_id = s.id AND ${visibleVersion(scope, 'v')}
      ORDER BY v.number DESC LIMIT 1
    ) AS latest ON true
    WHERE ${scope === 'all' ? '$1::text IS NOT NULL' : 'latest.view IS NOT NULL'}
      AND ($2::text IS NULL OR s.kind = $2)
      AND ($3::uuid IS NULL OR s.id < $3)
      AND ${titleHas('s', '$4')}
    ORDER BY s.id DESC LIMIT $5`,
)

/** The newest first. */
export const listSpecifications = signedInProcedure
  .input(ListSpecificationsInput)
  .output(checked(page(SpecificationRow)))
  .query(async ({ ctx: { deps, actor }, input }) => {
    const rows = await readerOn(deps.pool, sightOf(actor)).rows<{ id: string; view: SpecificationRow }>(
      LIST[scopeOf(actor)],
      [actor.organisationId, input.kind ?? null, after(input.cursor), wordsOf(input.search ?? ''), input.limit + 1],
    )
    return {
      rows: rows.slice(0, input.limit).map((row) => row.view),
      next: rows.length > input.limit ? cursorOf(rows[input.limit - 1]?.id) : null,
    }
  })
