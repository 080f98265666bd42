import { visibleRound, visibleVersion, type Scope } from '../specifications/exports.ts'

/**
 * SQL of a CTE: the record `$2` and those whose acts belong to its trail, as far as the actor may see them. `$1` is the
 * actor's organisation, `$3` says that the actor reads everything (the auditor).
 *
 * `own`: what an OPL did before it sent is shown; `decided`: what DERFE did before it published is shown. The same
 * rules as `canSeeObservation` and `canSeeOutcome` of the domain.
 */
export const recordsOfTrail = (scope: Scope) => `
  records AS MATERIALIZED (
    SELECT s.id, true AS own, true AS decided FROM specification AS s
    WHERE s.id = $2 AND ${
      scope === 'all'
        ? 'true'
        : `EXISTS (
      SELECT FROM specification_version AS v WHERE v.specification_id = s.id AND ${visibleVersion(scope, 'v')})`
    }
    UNION ALL
    SELECT v.id, true, true FROM specification_version AS v
    WHERE (v.id = $2 OR v.specification_id = $2 OR v.id = (SELECT version_id FROM review_round WHERE id = $2))
      AND ${visibleVersion(scope, 'v')}
    UNION ALL
    SELECT r.id, true, ${decided(scope)} FROM review_round AS r
    WHERE r.id = $2 AND ${visibleRound(scope, 'r')}
    UNION ALL
    SELECT a.id, $3::boolean OR a.organisation_id = $1, ${decided(scope)}
    FROM round_response AS a JOIN review_round AS r ON r.id = a.round_id
    WHERE (a.id = $2 OR a.round_id = $2) AND ${visibleRound(scope, 'r')}
      AND (a.organisation_id = $1 OR ${othersShown(scope)})
    UNION ALL
    SELECT o.id, $3::boolean OR o.organisation_id = $1, ${decided(scope)}
    FROM observation AS o JOIN review_round AS r ON r.id = o.round_id
    WHERE (o.id = $2 OR o.round_id = $2) AND ${visibleRound(scope, 'r')}
      AND (o.organisation_id = $1 OR $3::boolean
        OR (o.status NOT IN ('draft', 'withdrawn') AND ${othersShown(scope)}))
  )`

const PUBLISHED = `r.status IN ('published', 'concluded')`

function decided(scope: Scope): string {
  return scope === 'all' ? 'true' : PUBLISHED
}

function othersShown(scope: Scope): string {
  if (scope === 'all') return 'true'
  if (scope !== 'sent') return PUBLISHED
  return `(${PUBLISHED} OR (r.visibility = 'after_close' AND r.status IN ('resolving', 'validating')))`
}
