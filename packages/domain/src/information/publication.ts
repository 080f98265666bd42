import type { Person } from '../people/actor.ts'
import { ok, refuse, type Result } from '../result.ts'

/** What the public side can show; whether it does is data that the administration edits. */
export const PUBLICATION_KINDS = ['approved_versions', 'published_matrices'] as const
export type PublicationKind = (typeof PUBLICATION_KINDS)[number]

export const PUBLICATION_KIND_NAMES = {
  approved_versions: 'Versiones aprobadas, con su acuerdo',
  published_matrices: 'Matrices de observaciones publicadas',
} as const satisfies Record<PublicationKind, string>

export type PublicationRefusal =
  | { code: 'NOT_YOUR_ROLE'; role: Person['role']; needed: 'administrator' }
  | { code: 'BASIS_NEEDED' }

/** Nothing begins to be shown to everybody without the basis on which it is. */
export function decidePublication(
  actor: Person,
  to: { shown: boolean; basis: string },
): Result<{ shown: boolean; basis: string }, PublicationRefusal> {
  if (actor.role !== 'administrator')
    return refuse({ code: 'NOT_YOUR_ROLE', role: actor.role, needed: 'administrator' })
  if (to.shown && to.basis.trim() === '') return refuse({ code: 'BASIS_NEEDED' })
  return ok(to)
}
