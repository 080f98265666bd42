import type { VersionView } from '@portal/contracts'
import type { GatheredRow } from '../rounds/exports.ts'
import { iso } from './iso.ts'
import { personRef } from './person-ref.ts'
import { withheldSource } from './classed.ts'
import { followsMatrix } from './promises.ts'
import { roundsOfVersion } from './rounds-of-version.ts'
import { artworksOf, clausesOf, uploadJson } from './version-content.ts'
import { perScope, visibleVersion } from './visible.ts'

/** A version as PostgreSQL gathers it; who sees the proposal and what is allowed is decided on it. */
export type GatheredVersion = Omit<VersionView, 'rounds' | 'allowed' | 'mayPrepareRound'> & {
  indexed: boolean
  rounds: GatheredRow[]
}

/**
 * One statement for a version with everything of it. `$1` is the actor's organisation, `$2` the version, `$3` the classes
 * of information that the actor reads, `$4` the day. What is withheld does not leave the database.
 */
const READ = { classes: '$3', day: '$4' }

export const GET_VERSION = perScope(
  'version_get',
  (scope) => `
    SELECT json_build_object(
      'id', v.id,
      'specification', json_build_object(
        'id', s.id, 'title', s.title, 'kind', s.kind, 'illustrative', s.illustrative),
      'number', v.number, 'status', v.status, 'statusSince', ${iso('v.status_since')}, 'title', v.title,
      'recordVersion', v.record_version,
      'source', ${uploadJson('u', 'f')},
      'sourceWithheld', ${withheldSource('v', READ)},
      'proposal', v.proposal,
      'findings', v.findings,
      'followsMatrix', ${followsMatrix('v')},
      'indexed', v.indexed_at IS NOT NULL,
      'clauses', ${clausesOf('v', READ)},
      'artworks', ${artworksOf('v', READ)},
      'resolutions', (
        SELECT coalesce(json_agg(json_build_object(
          'number', n.number, 'body', n.body, 'day', n.day, 'subject', n.subject,
          'recordedBy', ${personRef('n.recorded_by', 'p.name', 'n.recorded_for')},
          'recordedAt', ${iso('n.recorded_at')}
        ) ORDER BY n.recorded_at, n.id), '[]')
        FROM resolution AS n LEFT JOIN person AS p ON p.id = n.recorded_by WHERE n.version_id = v.id),
      'rounds', ${roundsOfVersion(scope, 'v', 's')}
    ) AS view
    FROM specification_version AS v
    JOIN specification AS s ON s.id = v.specification_id
    JOIN upload AS u ON u.id = v.source_id
    JOIN stored_file AS f ON f.sha256 = u.sha256
    WHERE v.id = $2 AND ${visibleVersion(scope, 'v')}`,
)
