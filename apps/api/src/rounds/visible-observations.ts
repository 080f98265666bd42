import type { Person } from '@portal/domain'
import { sightOf } from '../acts/sight.ts'
import { scopeOf, type Scope } from '../specifications/exports.ts'

/**
 * How far an actor sees the observations of a round that it sees: `everything` also what OPL have not sent, `received`
 * what they sent, `published` the same once the matrix is out, `referred` that and what was
 * referred to its area, `own` that and all of its own OPL.
 */
export type ObservationScope = 'everything' | 'received' | 'referred' | 'published' | 'own'

/** The rounds that each of them sees. Who sees no round (the administrator) finds none to begin with. */
export function observationScopeOf(actor: Person): { observations: ObservationScope; rounds: Scope } {
  return { observations: sightOf(actor).scope, rounds: scopeOf(actor) }
}

const PUBLISHED = (round: string) => `${round}.status IN ('published', 'concluded')`

/** SQL condition on a round: the outcomes of all observations may be shown (`canSeeOutcome` of the domain). */
export const outcomesShown = (scope: ObservationScope, round: string): string =>
  scope === 'everything' || scope === 'received' ? 'true' : PUBLISHED(round)

/** SQL condition on an observation of the actor's area, whose key is `$1`. */
const isReferred = (observation: string): string => `coalesce(${observation}.referred_to = $1, false)`

/**
 * SQL condition on an observation, or what counts them: its own outcome may be shown, because all of the round are (`all`),
 * because its OPL, `$1`, is asked whether it agrees, or because it is referred to the area `$1`; `status` is the round's.
 */
export function orAskedFor(scope: ObservationScope, all: string, status: string, observation: string): string {
  if (scope === 'referred') return `(${all} OR ${isReferred(observation)})`
  return scope === 'own' ? `(${all} OR (${status} = 'conformity' AND ${observation}.organisation_id = $1))` : all
}

/** The same of an observation with its round. */
export const outcomeShown = (scope: ObservationScope, round: string, observation: string): string =>
  orAskedFor(scope, outcomesShown(scope, round), `${round}.status`, observation)

/**
 * SQL expression: to which area an observation is referred, as far as the actor may know: DERFE, the auditor and the area
 * itself. To others it is INE's own affair.
 */
export function referralShown(scope: ObservationScope, observation: string): string {
  switch (scope) {
    case 'everything':
    case 'received':
      return `${observation}.referred_to IS NOT NULL`
    case 'referred':
      return isReferred(observation)
    case 'published':
    case 'own':
      return 'false'
  }
}

/**
 * SQL: the counters of sent observations, or for an area, which may not read those, the observations themselves.
 * Both have the columns of `observation_tally`.
 */
export const countedObservations = (scope: ObservationScope): string =>
  scope === 'referred'
    ? `(SELECT round_id, organisation_id, status, type, coalesce(disposition, '') AS disposition, 1 AS count, referred_to
        FROM observation)`
    : 'observation_tally'

/** SQL condition on a round: what other OPL sent may be shown. */
export function othersShown(scope: ObservationScope, round: string): string {
  switch (scope) {
    case 'everything':
    case 'received':
      return 'true'
    case 'referred':
    case 'published':
      return PUBLISHED(round)
    case 'own':
      return `(${PUBLISHED(round)}
        OR (${round}.visibility = 'after_close' AND ${round}.status IN ('resolving', 'validating', 'conformity')))`
  }
}

const wasSent = (observation: string): string => `${observation}.status NOT IN ('draft', 'withdrawn')`

/**
 * SQL condition on a row of `observation` or `observation_tally`, as `canSeeObservation` of the domain. `$1` is the
 * actor's organisation; `shown` is `othersShown` of its round, or where that has already been computed.
 */
export function visibleObservation(scope: ObservationScope, observation: string, shown: string): string {
  const sent = wasSent(observation)
  switch (scope) {
    case 'everything':
      return 'true'
    case 'received':
      return sent
    case 'referred':
      return `(${sent} AND (${shown} OR ${isReferred(observation)}))`
    case 'published':
      return `(${sent} AND ${shown})`
    case 'own':
      return `(${observation}.organisation_id = $1 OR (${sent} AND ${shown}))`
  }
}

/**
 * The same as conditions that exclude each other. An OPL's own are found by its own index; the others are not even looked
 * for while they are not shown, instead of being read and left out one by one.
 */
export const visibleBranches = (scope: ObservationScope, observation: string, shown: string): string[] =>
  scope === 'own'
    ? [
        `${observation}.organisation_id = $1`,
        `${observation}.organisation_id <> $1 AND ${wasSent(observation)} AND ${shown}`,
      ]
    : [visibleObservation(scope, observation, shown)]
