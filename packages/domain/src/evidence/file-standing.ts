import type { RoundStatus } from '../rounds/status.ts'
import type { VersionStatus } from '../specification/version-workflow.ts'

export const FILE_STANDINGS = ['in_force', 'superseded', 'without_effect'] as const
/** What a file that a receipt certifies counts for today. */
export type FileStanding = (typeof FILE_STANDINGS)[number]

type Sent = {
  version: { status: VersionStatus; statusSince: string }
  round: { status: RoundStatus; statusSince: string }
}

/** A withdrawn version or a cancelled round takes the effect from what was sent; a later version takes its place. */
export function fileStanding({ version, round }: Sent): { standing: FileStanding; since: string | null } {
  if (version.status === 'withdrawn') return { standing: 'without_effect', since: version.statusSince }
  if (round.status === 'cancelled') return { standing: 'without_effect', since: round.statusSince }
  if (version.status === 'superseded') return { standing: 'superseded', since: version.statusSince }
  return { standing: 'in_force', since: null }
}
