import { Id, SpecificationView, type VersionRow } from '@portal/contracts'
import { z } from 'zod'
import { sightOf } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import { found } from '../refused.ts'
import { roundRow, type GatheredRow } from '../rounds/exports.ts'
import { signedInProcedure } from '../trpc.ts'
import { iso } from './iso.ts'
import { personRef } from './person-ref.ts'
import { roundsOfVersion } from './rounds-of-version.ts'
import { perScope, scopeOf, visibleVersion } from './visible.ts'

type Gathered = Omit<SpecificationView, 'versions' | 'mayImport'> & {
  versions: (Omit<VersionRow, 'rounds'> & { rounds: GatheredRow[] })[]
}

const GET = perScope(
  'specification_get',
  (scope) => `
    SELECT json_build_object(
      'id', s.id, 'title', s.title, 'kind', s.kind, 'illustrative', s.illustrative, 'createdAt', ${iso('s.created_at')},
      'createdBy', ${personRef('s.created_by', 'p.name', 's.created_for')},
      'recordVersion', s.record_version,
      'versions', versions.view
    ) AS view
    FROM specification AS s
    LEFT JOIN person AS p ON p.id = s.created_by
    CROSS JOIN LATERAL (
      SELECT count(*) AS visible, coalesce(json_agg(json_build_object(
        'id', v.id, 'number', v.number, 'status', v.status, 'statusSince', ${iso('v.status_since')}, 'title', v.title,
        'indexed', v.indexed_at IS NOT NULL,
        'clauses', (SELECT count(*) FROM clause AS c WHERE c.version_id = v.id),
        'artworks', (SELECT count(*) FROM artwork AS a WHERE a.version_id = v.id),
        'rounds', ${roundsOfVersion(scope, 'v', 's')}
      ) ORDER BY v.number DESC), '[]') AS view
      FROM specification_version AS v WHERE v.specification_id = s.id AND ${visibleVersion(scope, 'v')}
    ) AS versions
    WHERE s.id = $2 AND ${scope === 'all' ? '$1::text IS NOT NULL' : 'versions.visible > 0'}`,
)

/** A specification with the versions that the actor may see, the latest first. */
export const getSpecification = signedInProcedure
  .input(z.object({ id: Id }))
  .output(SpecificationView)
  .query(async ({ ctx: { deps, actor }, input }) => {
    const statement = GET[scopeOf(actor)]
    const row = await readerOn(deps.pool, sightOf(actor)).one<{ view: Gathered }>(statement, [
      actor.organisationId,
      input.id,
    ])
    const { versions, ...specification } = found(row).view
    return {
      ...specification,
      versions: versions.map((version) => ({
        ...version,
        rounds: version.rounds.map((round) => roundRow(round, actor)),
      })),
      mayImport: actor.role === 'derfe_coordinator',
    }
  })
