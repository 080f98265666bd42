import type { Person } from '@portal/domain'
import type { Statement } from '../acts/transaction.ts'
import {
  observationScopeOf,
  othersShown,
  outcomesShown,
  visibleObservation,
  type ObservationScope,
} from '../rounds/exports.ts'
import { visibleRound, visibleVersion, type Scope } from '../specifications/exports.ts'

/**
 * SQL of a CTE: the record `$2` and those whose acts belong to its trail, as far as the actor may see them. `$1` is the
 * actor's organisation.
 *
 * `own`: what an OPL did before it sent is shown; `decided`: what DERFE did before it published is shown.
 */
function recordsOfTrail(rounds: Scope, observations: ObservationScope): string {
  const round = visibleRound(rounds, 'r')
  const decided = outcomesShown(observations, 'r')
  const others = othersShown(observations, 'r')
  const own = (row: string) => (observations === 'everything' ? 'true' : `${row}.organisation_id = $1`)
  return `
  records AS MATERIALIZED (
    SELECT s.id, true AS own, true AS decided FROM specification AS s
    WHERE s.id = $2 AND ${
      rounds === 'all'
        ? 'true'
        : `EXISTS (
      SELECT FROM specification_version AS v WHERE v.specification_id = s.id AND ${visibleVersion(rounds, 'v')})`
    }
    UNION ALL
    SELECT v.id, true, true FROM specification_version AS v
    WHERE (v.id = $2 OR v.specification_id = $2 OR v.id = (SELECT version_id FROM review_round WHERE id = $2))
      AND ${visibleVersion(rounds, 'v')}
    UNION ALL
    SELECT r.id, true, ${decided} FROM review_round AS r WHERE r.id = $2 AND ${round}
    UNION ALL
    SELECT a.id, ${own('a')}, ${decided} FROM round_response AS a JOIN review_round AS r ON r.id = a.round_id
    WHERE (a.id = $2 OR a.round_id = $2) AND ${round} AND (a.organisation_id = $1 OR ${others})
    UNION ALL
    SELECT o.id, ${own('o')}, ${decided} FROM observation AS o JOIN review_round AS r ON r.id = o.round_id
    WHERE (o.id = $2 OR o.round_id = $2) AND ${round} AND ${visibleObservation(observations, 'o', others)}
  )`
}

/** A statement over the records of a trail, one for each of the few ways in which actors see them. */
export function overTrail(name: string, text: (records: string) => string): (actor: Person) => Statement {
  const built = new Map<string, Statement>()
  return (actor) => {
    const { rounds, observations } = observationScopeOf(actor)
    const key = `${name}_${rounds}_${observations}`
    const statement = built.get(key) ?? { name: key, text: text(recordsOfTrail(rounds, observations)) }
    built.set(key, statement)
    return statement
  }
}
