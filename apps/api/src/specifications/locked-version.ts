import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import type { ProposedClause, VersionStatus } from '@portal/domain'
import { found, Refused } from '../refused.ts'
import { followsMatrix } from './promises.ts'

/** A version under its lock, for who sees all versions: the doors of all these commands let only DERFE pass. */
export type LockedVersion = {
  id: string
  specification_id: string
  number: number
  status: VersionStatus
  indexed: boolean
  follows_matrix: boolean
  record_version: number
  /** Of the specification. */
  title: string
  illustrative: boolean
}

const LOCK: Statement = {
  name: 'version_lock',
  text: `
    SELECT v.id, v.specification_id, v.number, v.status, v.indexed_at IS NOT NULL AS indexed, ${followsMatrix('v')} AS follows_matrix,
      v.record_version,
      s.title, s.illustrative
    FROM specification_version AS v JOIN specification AS s ON s.id = v.specification_id
    WHERE v.id = $1 FOR NO KEY UPDATE OF v`,
}
const PROPOSAL: Statement = {
  name: 'version_proposal',
  text: 'SELECT proposal FROM specification_version WHERE id = $1',
}

/** @throws Refused when somebody changed it since the actor read it */
export async function lockVersion(act: Act, input: { versionId: string; seen: number }): Promise<LockedVersion> {
  const version = found(await act.one<LockedVersion>(LOCK, [input.versionId]))
  if (version.record_version !== input.seen) {
    throw new Refused({ code: 'CHANGED_MEANWHILE', recordVersion: version.record_version })
  }
  return version
}

/** The proposal of a locked version; empty once its clauses are confirmed. */
export async function proposalOf(act: Act, version: LockedVersion): Promise<readonly ProposedClause[]> {
  const row = await act.one<{ proposal: ProposedClause[] | null }>(PROPOSAL, [version.id])
  return row?.proposal ?? []
}

/** What decides a command on it. `includedClauses` matters only to `index`, `brokenPromises` only to `publish`. */
export const factsOf = (version: LockedVersion, proposal: readonly ProposedClause[] = []) => ({
  status: version.status,
  indexed: version.indexed,
  followsMatrix: version.follows_matrix,
  brokenPromises: 0,
  includedClauses: proposal.filter((clause) => !clause.excluded).length,
})
