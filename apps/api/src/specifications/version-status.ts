import type { VersionStatus } from '@portal/domain'
import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found } from '../refused.ts'
import type { LockedVersion } from './locked-version.ts'

const CHANGE: Statement = {
  name: 'version_change_status',
  text: `
    UPDATE specification_version
    SET status = $3, status_since = CASE WHEN status = $3 THEN status_since ELSE $4 END,
      record_version = record_version + 1
    WHERE id = $1 AND record_version = $2 RETURNING record_version`,
}

/** Writes what was decided on a locked version; also when it stays where it stands, what hangs on it has changed. */
export async function changeStatus(act: Act, version: LockedVersion, status: VersionStatus): Promise<number> {
  const values = [version.id, version.record_version, status, act.now()]
  return found(await act.one<{ record_version: number }>(CHANGE, values)).record_version
}
