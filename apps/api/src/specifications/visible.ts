import type { Person } from '@portal/domain'

/** How far an actor sees versions and their rounds: one SQL text per scope, so that each is planned for itself. */
export type Scope = 'all' | 'opened' | 'sent' | 'none'

/** The scope of an actor; `canSeeVersion` of the domain says the same of one version at hand. */
export function scopeOf(actor: Person): Scope {
  if (actor.kind === 'opl') return 'sent'
  switch (actor.role) {
    case 'derfe_coordinator':
    case 'derfe_head':
    case 'auditor':
      return 'all'
    case 'deoe_reviewer':
    case 'deoe_head':
    case 'area_responder':
    case 'observer':
      return 'opened'
    case 'administrator':
      return 'none'
  }
}

/** SQL condition on a row of `review_round`. `$1` is the actor's organisation. */
export function visibleRound(scope: Scope, round: string): string {
  switch (scope) {
    case 'all':
      return '$1::text IS NOT NULL'
    case 'opened':
      return `$1::text IS NOT NULL AND ${round}.opened_at IS NOT NULL`
    case 'sent':
      return `${round}.opened_at IS NOT NULL AND EXISTS (
        SELECT FROM round_response AS recipient
        WHERE recipient.round_id = ${round}.id AND recipient.organisation_id = $1::text)`
    case 'none':
      return '$1::text IS NULL'
  }
}

/**
 * SQL condition on a row of `specification_version`. `$1` is the actor's organisation. A version that was published as the
 * one that follows a matrix is seen by whom the earlier ones were sent to.
 */
export function visibleVersion(scope: Scope, version: string): string {
  if (scope === 'all' || scope === 'none') return visibleRound(scope, '')
  return `(EXISTS (
      SELECT FROM review_round AS sent WHERE sent.version_id = ${version}.id AND ${visibleRound(scope, 'sent')})
    OR (${version}.published_at IS NOT NULL AND EXISTS (
      SELECT FROM specification_version AS earlier JOIN review_round AS sent ON sent.version_id = earlier.id
      WHERE earlier.specification_id = ${version}.specification_id AND earlier.number < ${version}.number
        AND ${visibleRound(scope, 'sent')})))`
}

/** One statement per scope: `name` gets the scope's, `text` is built with its conditions. */
export function perScope(name: string, text: (scope: Scope) => string): Record<Scope, { name: string; text: string }> {
  const statement = (scope: Scope) => ({ name: `${name}_${scope}`, text: text(scope) })
  return { all: statement('all'), opened: statement('opened'), sent: statement('sent'), none: statement('none') }
}
