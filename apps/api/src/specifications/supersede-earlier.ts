import type { VersionStatus } from '@portal/domain'
import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import type { LockedVersion } from './locked-version.ts'

const SUPERSEDE: Statement = {
  name: 'version_supersede',
  text: `
    UPDATE specification_version SET status = 'superseded', status_since = $3, record_version = record_version + 1
    WHERE specification_id = $1 AND number < $2 AND status = ANY ($4::text[]) RETURNING id`,
}

/** Earlier versions in one of these statuses no longer count: the same act says so on the record of each. */
export async function supersedeEarlier(
  act: Act,
  { specification_id, number }: LockedVersion,
  statuses: readonly VersionStatus[],
): Promise<void> {
  const values = [specification_id, number, act.now(), statuses]
  for (const { id } of await act.rows<{ id: string }>(SUPERSEDE, values)) {
    await act.record({
      recordKind: 'version',
      recordId: id,
      verb: 'specifications.supersede',
      details: { by: number },
      roundId: null,
      versionId: id,
      audience: null,
    })
  }
}
