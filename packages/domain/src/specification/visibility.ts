import type { Person } from '../people/actor.ts'
import { canSeeRound } from '../rounds/visibility.ts'

/** A version as far as its visibility goes: the rounds in which it was sent and, once published, those of earlier ones. */
export type VersionSeen = { rounds: readonly Parameters<typeof canSeeRound>[1][] }

/**
 * Until it is sent a version is DERFE's own work. An OPL sees the versions that were sent to it, the other areas those
 * that were sent to anybody; who administers the portal has no part in any workflow.
 */
export function canSeeVersion(actor: Person, version: VersionSeen): boolean {
  if (actor.role === 'derfe_coordinator' || actor.role === 'derfe_head' || actor.role === 'auditor') return true
  return version.rounds.some((round) => canSeeRound(actor, round))
}
