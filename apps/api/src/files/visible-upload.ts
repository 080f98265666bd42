import type { UploadView } from '@portal/contracts'
import type { Person } from '@portal/domain'
import type { Reader } from '../acts/transaction.ts'
import { found } from '../refused.ts'
import { perScope, scopeOf, visibleVersion } from '../specifications/exports.ts'

const FIND = perScope(
  'files_visible_upload',
  (scope) => `
    SELECT u.id, u.name, u.sha256, f.bytes, f.type
    FROM upload AS u JOIN stored_file AS f ON f.sha256 = u.sha256
    WHERE u.id = $2 AND (
      u.organisation_id = $1::text
      OR EXISTS (SELECT FROM specification_version AS v WHERE v.source_id = u.id AND ${visibleVersion(scope, 'v')})
      OR EXISTS (
        SELECT FROM artwork AS a JOIN specification_version AS v ON v.id = a.version_id
        WHERE a.upload_id = u.id AND ${visibleVersion(scope, 'v')}))`,
)

/** A file of one's own organisation, or of a version that one sees. @throws Refused NOT_FOUND for any other */
export async function visibleUpload(reader: Reader, actor: Person, uploadId: string): Promise<UploadView> {
  return found(await reader.one<UploadView>(FIND[scopeOf(actor)], [actor.organisationId, uploadId]))
}
