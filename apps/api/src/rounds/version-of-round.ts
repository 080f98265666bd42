import { decideVersion, type Actor, type VersionCommand, type VersionStatus } from '@portal/domain'
import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, granted } from '../refused.ts'
import { followsMatrix } from '../specifications/exports.ts'

type LockedVersion = {
  status: VersionStatus
  indexed: boolean
  recordVersion: number
  followsMatrix: boolean
  /** Whether a matrix of it, or it itself as the one that follows a matrix, was published before. */
  matrixPublished: boolean
}

const LOCK: Statement = {
  name: 'round_lock_version',
  text: `
    SELECT v.status, v.indexed_at IS NOT NULL AS indexed, v.record_version AS "recordVersion",
      ${followsMatrix('v')} AS "followsMatrix",
      v.published_at IS NOT NULL
        OR EXISTS (SELECT FROM review_round WHERE version_id = v.id AND published_at IS NOT NULL) AS "matrixPublished"
    FROM specification_version AS v WHERE v.id = $1 FOR UPDATE`,
}
const MOVE: Statement = {
  name: 'round_move_version',
  text: `
    UPDATE specification_version SET status = $2, status_since = $3, record_version = record_version + 1
    WHERE id = $1 AND status <> $2`,
}

export const lockVersionOfRound = async (act: Act, versionId: string): Promise<LockedVersion> =>
  found(await act.one<LockedVersion>(LOCK, [versionId]))

/** Whether the version may do it; the number of its clauses, which a round counts by itself, does not matter here. */
export const decideVersionOfRound = (version: LockedVersion, command: VersionCommand, actor: Actor) =>
  granted(decideVersion({ ...version, includedClauses: 0, brokenPromises: 0 }, command, actor))

/** The version goes where its round takes it: part of the same act, under the round's lock. */
export async function moveVersion(
  act: Act,
  versionId: string,
  kind: 'enter_round' | 'publish_matrix' | 'leave_round',
  actor: Actor,
): Promise<void> {
  const version = await lockVersionOfRound(act, versionId)
  const command = kind === 'leave_round' ? { kind, matrixPublished: version.matrixPublished } : { kind }
  const { status } = decideVersionOfRound(version, command, actor)
  await act.rows(MOVE, [versionId, status, act.now()])
}
