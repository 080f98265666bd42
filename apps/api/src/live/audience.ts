import { COORDINATING_AREA, type Person } from '@portal/domain'

/**
 * Whether somebody hears of an act. Events carry no content, but that an OPL is writing is its own affair: it hears
 * what names it, INE's areas what names DERFE or themselves, the auditor everything.
 */
export function hears(actor: Person, audience: readonly string[] | null): boolean {
  if (audience === null || actor.role === 'auditor') return true
  if (audience.includes(actor.organisationId)) return true
  return actor.kind === 'ine' && actor.role !== 'administrator' && audience.includes(COORDINATING_AREA)
}
