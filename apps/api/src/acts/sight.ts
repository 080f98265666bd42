import type { Sight } from '@portal/database'
import type { Person } from '@portal/domain'

/** The product itself: its clock closes rounds, whoever holds a receipt's code verifies it. */
export const SYSTEM_SIGHT: Sight = { scope: 'system', organisationId: '' }

/**
 * As whom the database is asked for an actor. `everything` is also what OPL have not sent, and changes nothing;
 * `received` what they sent, `published` the same once the matrix is out, `referred` that and what DERFE referred to the own area, `own` that and all of one's own OPL.
 */
export function sightOf(actor: Person): Sight & { scope: Exclude<Sight['scope'], 'system'> } {
  const { organisationId } = actor
  if (actor.kind === 'opl') return { scope: 'own', organisationId }
  switch (actor.role) {
    case 'auditor':
      return { scope: 'everything', organisationId }
    case 'derfe_coordinator':
    case 'derfe_head':
      return { scope: 'received', organisationId }
    case 'deoe_reviewer':
    case 'deoe_head':
    case 'area_responder':
      return { scope: 'referred', organisationId }
    case 'observer':
    case 'administrator':
      return { scope: 'published', organisationId }
  }
}
