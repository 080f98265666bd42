import type { RoundStatus } from '../rounds/status.ts'
import type { VersionStatus } from '../specification/version-workflow.ts'

export const STANDINGS = ['in_force', 'superseded', 'without_effect'] as const
/** What genuine evidence counts for today, and since when it no longer counts (ISO 8601). */
export type Standing = (typeof STANDINGS)[number]
export type StandingSince = { standing: Standing; since: string | null }

/** A matrix that is exported before it is published is genuine, and nothing is decided yet. */
export const MATRIX_STANDINGS = [...STANDINGS, 'provisional'] as const
export type MatrixStanding = (typeof MATRIX_STANDINGS)[number]

/** On what something was certified: its version and round, where it has one. */
type Subject = {
  version: { status: VersionStatus; statusSince: string } | null
  round: { status: RoundStatus; statusSince: string } | null
}

const IN_FORCE: StandingSince = { standing: 'in_force', since: null }

/** A withdrawn version or a cancelled round takes the effect from all that was done on it. */
function ended({ version, round }: Subject): StandingSince | null {
  if (version?.status === 'withdrawn') return { standing: 'without_effect', since: version.statusSince }
  if (round?.status === 'cancelled') return { standing: 'without_effect', since: round.statusSince }
  return null
}

/** Of a file that was sent with a version: a later version takes its place. */
export function fileStanding(subject: Subject): StandingSince {
  const end = ended(subject)
  if (end) return end
  const { version } = subject
  return version?.status === 'superseded' ? { standing: 'superseded', since: version.statusSince } : IN_FORCE
}

/**
 * Of a receipt: an answer that was withdrawn to correct it counts no more, whether or not it was sent again; nor does a
 * late one that was not admitted; and of two extensions the last one sets the deadline.
 */
export function receiptStanding({
  withdrawnAt,
  sentAgain,
  refusedAt,
  extendedAgainAt,
  ...subject
}: Subject & {
  withdrawnAt: string | null
  sentAgain: boolean
  refusedAt: string | null
  extendedAgainAt: string | null
}): StandingSince {
  const end = ended(subject)
  if (end) return end
  if (withdrawnAt !== null) return { standing: sentAgain ? 'superseded' : 'without_effect', since: withdrawnAt }
  if (refusedAt !== null) return { standing: 'without_effect', since: refusedAt }
  return extendedAgainAt === null ? IN_FORCE : { standing: 'superseded', since: extendedAgainAt }
}

/**
 * Of an exported matrix: once there is a published one, only that counts. `hash` is that under which its rows were
 * published when it was exported, whatever of them its reader might see; null before.
 */
export function matrixStanding({
  hash,
  published,
  ...subject
}: Subject & { hash: string | null; published: { hash: string; at: string } | null }): {
  standing: MatrixStanding
  since: string | null
} {
  const end = ended(subject)
  if (end) return end
  if (published === null) return { standing: 'provisional', since: null }
  return published.hash === hash ? IN_FORCE : { standing: 'superseded', since: published.at }
}
