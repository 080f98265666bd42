import type { UploadView } from '@portal/contracts'
import type { Person } from '@portal/domain'
import { recordReading } from '../acts/reading.ts'
import { sightOf } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { found } from '../refused.ts'
import { perScope, readBy, readingOf, scopeOf, visibleVersion, withheldUpload } from '../specifications/exports.ts'

/** A letter of appointment or of delegation: to who reads everybody's (`people.list`), and to whom it is about. */
const A_LETTER_TO_THEM = `EXISTS (
  SELECT FROM (
    SELECT a.person_id, NULL AS holder_id FROM appointment AS a WHERE a.letter_upload_id = u.id
    UNION ALL
    SELECT g.person_id, b.person_id FROM delegation AS g JOIN appointment AS b ON b.id = g.appointment_id
      WHERE g.letter_upload_id = u.id
  ) AS letter
  WHERE $5::text IN ('administrator', 'auditor') OR $6::text IN (letter.person_id, letter.holder_id))`

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
      OR ${A_LETTER_TO_THEM}
      OR EXISTS (SELECT FROM specification_version AS v WHERE v.source_id = u.id AND ${visibleVersion(scope, 'v')})
      OR EXISTS (
        SELECT FROM artwork AS a JOIN specification_version AS v ON v.id = a.version_id
        WHERE a.upload_id = u.id AND ${visibleVersion(scope, 'v')}))`,
)

/**
 * A file of one's own organisation, a letter that is for one to read, or a file of a version that one sees, as far as its
 * class lets one; of what not everybody reads the reading is put on record. @throws Refused NOT_FOUND for any other
 */
export async function visibleUpload(deps: Deps, actor: Person, uploadId: string): Promise<UploadView> {
  const { organisationId, role, personId } = actor
  const values = [organisationId, uploadId, ...readBy(actor, deps.clock.now()), role, personId]
  const reader = readerOn(deps.pool, sightOf(actor))
  const row = found(await reader.one<UploadView & { restrictedIn: string | null }>(FIND[scopeOf(actor)], values))
  const { restrictedIn, ...upload } = row
  if (restrictedIn !== null) await recordReading(deps, actor, readingOf(restrictedIn, upload.name))
  return upload
}
