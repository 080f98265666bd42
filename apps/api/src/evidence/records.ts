import type { Person } from '@portal/domain'
import type { Statement } from '../acts/transaction.ts'
import {
  observationScopeOf,
  othersShown,
  outcomesShown,
  visibleObservation,
  type ObservationScope,
} from '../rounds/exports.ts'
import { visibleRound, visibleVersion, withheldFrom, type Scope } from '../specifications/exports.ts'

/**
 * SQL of a CTE: the record `$2` and those whose acts belong to its trail, as far as the actor may see them. `$1` is the
 * actor's organisation. One branch for each way from the record to another, each beginning at a primary key: so a
 * branch that leads nowhere costs one look at an index, however large the round or the log. `OFFSET 0` keeps the planner
 * from moving `$2` on to the next table: then its estimate does not hang on the value, and one plan serves all.
 *
 * `own`: what an OPL did before it sent is shown; `decided`: what DERFE did before it published is shown, and is not
 * about a clause or an artwork that is kept from the actor; `restricted`: it is about one that the actor reads and
 * not everybody. `$3` are the classes of information that the actor reads,
 * `$4` is the day.
 */
function recordsOfTrail(rounds: Scope, observations: ObservationScope, people: boolean): string {
  const own = (row: string) => (observations === 'everything' ? 'true' : `${row}.organisation_id = $1`)
  const decided = outcomesShown(observations, 'r')
  const others = othersShown(observations, 'r')
  const version = `SELECT v.id, true, true, false FROM specification_version AS v`
  const answer = `SELECT a.id, ${own('a')}, ${decided}, false FROM`
  const answerSeen = `${visibleRound(rounds, 'r')} AND (a.organisation_id = $1 OR ${others})`
  const observation = `SELECT o.id, ${own('o')}, ${decided} AND NOT ${among('o', 'held.ids')},
    ${among('o', 'held.restricted')} AND NOT ${among('o', 'held.ids')} FROM`
  const observationSeen = `${visibleRound(rounds, 'r')} AND ${visibleObservation(observations, 'o', others)}`
  const asked = (table: string) => `(SELECT * FROM ${table} WHERE id = $2 OFFSET 0)`
  const branches = [
    `SELECT s.id, true AS own, true AS decided, false AS restricted FROM specification AS s WHERE s.id = $2 AND ${seenSpecification(rounds)}`,
    `${version} WHERE v.id = $2 AND ${visibleVersion(rounds, 'v')}`,
    `${version} JOIN ${asked('specification')} AS s ON v.specification_id = s.id WHERE ${visibleVersion(rounds, 'v')}`,
    `${version} JOIN ${asked('review_round')} AS r ON r.version_id = v.id WHERE ${visibleVersion(rounds, 'v')}`,
    `SELECT r.id, true, ${decided}, false FROM review_round AS r WHERE r.id = $2 AND ${visibleRound(rounds, 'r')}`,
    `${answer} ${asked('round_response')} AS a JOIN review_round AS r ON r.id = a.round_id WHERE ${answerSeen}`,
    `${answer} ${asked('review_round')} AS r JOIN round_response AS a ON a.round_id = r.id WHERE ${answerSeen}`,
    `${observation} ${asked('observation')} AS o JOIN review_round AS r ON r.id = o.round_id ${HELD} WHERE ${observationSeen}`,
    `${observation} ${asked('review_round')} AS r ${HELD} JOIN observation AS o ON o.round_id = r.id WHERE ${observationSeen}`,
  ]
  const seen = people ? [...branches, ...PEOPLE] : branches
  return `records AS MATERIALIZED (${seen.join(' UNION ALL ')})`
}

const READ = { classes: '$3', day: '$4' }

const EVERYBODY = { classes: `'{public}'`, day: '$4' }

/** The clauses and artworks of the round's version that not everybody reads, and of them those kept from the actor. */
const HELD = `CROSS JOIN LATERAL (
  SELECT coalesce(array_agg(id) FILTER (WHERE held), '{}') AS ids, coalesce(array_agg(id), '{}') AS restricted FROM (
    SELECT k.id, ${withheldFrom('k', READ)} AS held FROM clause AS k
    WHERE k.version_id = r.version_id AND ${withheldFrom('k', EVERYBODY)}
    UNION ALL SELECT k.id, ${withheldFrom('k', READ)} FROM artwork AS k
    WHERE k.version_id = r.version_id AND ${withheldFrom('k', EVERYBODY)}
  ) AS one
) AS held`
const among = (row: string, ids: string): string =>
  `(coalesce(${row}.clause_id = ANY (${ids}), false) OR coalesce(${row}.artwork_id = ANY (${ids}), false))`

/** Who was appointed and let in, with their appointments under a person: the administrator's and the auditor's to read. */
const PEOPLE = [
  `SELECT ap.id, true, true, false FROM appointment AS ap WHERE ap.id = $2`,
  `SELECT $2, true, true, false FROM person AS p WHERE p.id = $2::text`,
  `SELECT ap.id, true, true, false FROM appointment AS ap WHERE ap.person_id = $2::text`,
  `SELECT pr.id, true, true, false FROM sign_on_provider AS pr WHERE pr.id = $2`,
]

const seenSpecification = (scope: Scope): string =>
  scope === 'all'
    ? 'true'
    : `EXISTS (SELECT FROM specification_version AS v
        WHERE v.specification_id = s.id AND ${visibleVersion(scope, 'v')})`

/** A statement over the records of a trail, one for each of the few ways in which actors see them. */
export function overTrail(name: string, text: (records: string) => string): (actor: Person) => Statement {
  const built = new Map<string, Statement>()
  return (actor) => {
    const { rounds, observations } = observationScopeOf(actor)
    const people = actor.role === 'administrator' || actor.role === 'auditor'
    const key = `${name}_${rounds}_${observations}${people ? '_people' : ''}`
    const statement = built.get(key) ?? { name: key, text: text(recordsOfTrail(rounds, observations, people)) }
    built.set(key, statement)
    return statement
  }
}
