import { ClauseHistoryView, Id, type ClauseView } from '@portal/contracts'
import { compareClauses } from '@portal/domain'
import { z } from 'zod'
import { recordReading } from '../acts/reading.ts'
import { sightOf } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import { found } from '../refused.ts'
import { roundRow, type GatheredRow } from '../rounds/exports.ts'
import { checked, signedInProcedure } from '../trpc.ts'
import { readBy, withheldFrom } from './classed.ts'
import { specificationRef, versionRef } from './comparison.ts'
import { readingOf, restrictedIn } from './restricted.ts'
import { roundsOfVersion } from './rounds-of-version.ts'
import { clauseJson } from './version-content.ts'
import { perScope, scopeOf, visibleVersion } from './visible.ts'

type Entry = Omit<ClauseHistoryView['versions'][number], 'changes' | 'rounds'> & { rounds: GatheredRow[] }
type Row = { specification: ClauseHistoryView['specification']; versions: Entry[] }

const READ = { classes: '$3', day: '$4' }
const HISTORY = perScope(
  'clause_history',
  (scope) => `
    SELECT ${specificationRef('s')} AS specification, (
      SELECT json_agg(json_build_object(
        'version', ${versionRef('v')}, 'rounds', ${roundsOfVersion(scope, 'v', 's')},
        'clause', (
          SELECT ${clauseJson('c')}
          FROM (SELECT clause.*, ${withheldFrom('clause', READ)} AS withheld FROM clause) AS c
          WHERE c.version_id = v.id AND c.identity_id = asked.identity_id)
      ) ORDER BY v.number DESC)
      FROM specification_version AS v
      WHERE v.specification_id = s.id AND v.indexed_at IS NOT NULL AND ${visibleVersion(scope, 'v')}) AS versions
    FROM clause AS asked
    JOIN specification_version AS held ON held.id = asked.version_id
    JOIN specification AS s ON s.id = held.specification_id
    WHERE asked.id = $2 AND ${visibleVersion(scope, 'held')}`,
)

/** A clause over the versions that the actor may see: its number, its wording, and the rounds in which it was observed. */
export const clauseHistory = signedInProcedure
  .input(z.object({ clauseId: Id }))
  .output(checked(ClauseHistoryView))
  .query(async ({ ctx: { deps, actor }, input }) => {
    const now = deps.clock.now()
    const row = await readerOn(deps.pool, sightOf(actor)).one<Row>(HISTORY[scopeOf(actor)], [
      actor.organisationId,
      input.clauseId,
      ...readBy(actor, now),
    ])
    const { specification, versions } = found(row)
    for (const { version, clause } of versions) {
      const subject = clause ? restrictedIn({ clauses: [clause], artworks: [] }, dayAt(now)) : ''
      if (subject !== '') await recordReading(deps, actor, readingOf(version.id, subject))
    }
    return {
      specification,
      versions: versions.map((entry, index) => ({
        ...entry,
        changes: index === versions.length - 1 ? [] : changesOf(versions[index + 1]?.clause ?? null, entry.clause),
        rounds: entry.rounds.map((round) => roundRow(round, actor)),
      })),
    }
  })

function changesOf(before: ClauseView | null, after: ClauseView | null) {
  const both = before && after ? [{ before: 0, after: 0 }] : []
  return compareClauses(before ? [before] : [], after ? [after] : [], both)[0]?.changes ?? []
}
