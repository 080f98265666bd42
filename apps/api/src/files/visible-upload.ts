import type { UploadView } from '@portal/contracts'
import type { Person } from '@portal/domain'
import { recordReading } from '../acts/reading.ts'
import { sightOf } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { found } from '../refused.ts'
import { perScope, readBy, readingOf, scopeOf, visibleVersion, withheldUpload } from '../specifications/exports.ts'

/** Beside what the actor reads: what not everybody reads, as if nothing but the public were read. */
const READ = { classes: '$3', day: '$4' }
const EVERYBODY = { classes: `'{public}'`, day: '$4' }

const FIND = perScope(
  'files_visible_upload',
  (scope) => `
    SELECT u.id, u.name, u.sha256, f.bytes, f.type, CASE WHEN ${withheldUpload('u', EVERYBODY)} THEN coalesce(
        (SELECT v.id FROM specification_version AS v WHERE v.source_id = u.id LIMIT 1),
        (SELECT a.version_id FROM artwork AS a WHERE a.upload_id = u.id LIMIT 1)
      ) END AS "restrictedIn"
    FROM upload AS u JOIN stored_file AS f ON f.sha256 = u.sha256
    WHERE u.id = $2 AND NOT ${withheldUpload('u', READ)} AND (
      u.organisation_id = $1::text
      OR EXISTS (SELECT FROM specification_version AS v WHERE v.source_id = u.id AND ${visibleVersion(scope, 'v')})
      OR EXISTS (
        SELECT FROM artwork AS a JOIN specification_version AS v ON v.id = a.version_id
        WHERE a.upload_id = u.id AND ${visibleVersion(scope, 'v')}))`,
)

/**
 * A file of one's own organisation, or of a version that one sees, as far as its class lets one; of what not everybody
 * reads the reading is put on record. @throws Refused NOT_FOUND for any other
 */
export async function visibleUpload(deps: Deps, actor: Person, uploadId: string): Promise<UploadView> {
  const values = [actor.organisationId, uploadId, ...readBy(actor, deps.clock.now())]
  const reader = readerOn(deps.pool, sightOf(actor))
  const row = found(await reader.one<UploadView & { restrictedIn: string | null }>(FIND[scopeOf(actor)], values))
  const { restrictedIn, ...upload } = row
  if (restrictedIn !== null) await recordReading(deps, actor, readingOf(restrictedIn, upload.name))
  return upload
}
