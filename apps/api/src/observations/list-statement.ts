import type { ListObservationsInput } from '@portal/contracts'
import { DISPOSITIONS, OBSERVATION_STATUSES } from '@portal/domain'
import type { z } from 'zod'
import type { Statement } from '../acts/transaction.ts'
import { orAskedFor, othersShown, outcomesShown, visibleBranches, type ObservationScope } from '../rounds/exports.ts'
import { iso, visibleRound, type Scope } from '../specifications/exports.ts'
import { JOINS, observationJson, ORDER } from './view.ts'

type Input = z.output<typeof ListObservationsInput>

/** `code` names the filter in the statement's name. */
type Filter = { code: string; sql: (parameter: string) => string; value?: string }

const column = (code: string, name: string, value: string | null | undefined): Filter[] =>
  value ? [{ code, sql: (parameter) => `o.${name} = ${parameter}`, value }] : []

/**
 * Only the filters that are asked for stand in the statement, each combination with its own plan. What has few values
 * stands there itself: PostgreSQL knows how rare each is, and finds the last ten without an outcome by their index.
 */
function filtersOf(input: Input, shown: string): Filter[] {
  const { organisationId, status, type, clauseId, artworkId, disposition } = input
  return [
    ...column('o', 'organisation_id', organisationId),
    ...column('t', 'type', type),
    ...column('c', 'clause_id', clauseId),
    ...column('a', 'artwork_id', artworkId),
    ...(status ? [{ code: `s${OBSERVATION_STATUSES.indexOf(status)}`, sql: () => `o.status = '${status}'` }] : []),
    ...(disposition ? [dispositionFilter(disposition, shown)] : []),
  ]
}

/** While outcomes are not shown everything looks as if it had none: a filter must not tell either. */
function dispositionFilter(disposition: NonNullable<Input['disposition']>, shown: string): Filter {
  return disposition === 'none'
    ? { code: 'n', sql: () => `(o.disposition IS NULL OR NOT ${shown})` }
    : { code: `d${DISPOSITIONS.indexOf(disposition)}`, sql: () => `(o.disposition = '${disposition}' AND ${shown})` }
}

const READ = { classes: '$5', day: '$6' }

/** Each connection keeps its named statements for ever: combinations that nobody uses every day go without a name. */
const MOST_NAMED_FILTERS = 2

/**
 * How many rows are read for a page and the answer whether there is a next one. The number stands in the statement, in
 * few sizes: PostgreSQL then keeps one plan for it, which a parameter would make it draw up anew each time.
 */
const rowsFor = (limit: number): number => (limit <= 50 ? 51 : 201)

/**
 * One statement for a page: the round, as far as it may be seen, with its observations as the view's JSON. `$1` is the
 * actor's organisation, `$2` the round, `$3` and `$4` after which number and id, `$5` and
 * `$6` which classes of information the actor reads, and the day.
 */
export function listStatement(
  rounds: Scope,
  scope: ObservationScope,
  input: Input,
): { statement: Statement; values: unknown[] } {
  const rows = rowsFor(input.limit)
  const always = outcomesShown(scope, 'r') === 'true'
  const shown = always ? 'true' : orAskedFor(scope, '(SELECT outcomes FROM round)', '(SELECT status FROM round)', 'o')
  const filters = filtersOf(input, shown)
  const codes = filters.map(({ code }) => code)
  const values: string[] = []
  const conditions = filters.map(({ sql, value }) => {
    if (value !== undefined) values.push(value)
    return `AND ${sql(`$${values.length + 6}`)}`
  })
  const branches = visibleBranches(scope, 'o', '(SELECT others FROM round)').map(
    (visible) => `(
            SELECT o.* FROM observation AS o
            WHERE o.round_id = (SELECT id FROM round) AND ${visible}
              AND (coalesce(o.number, 2147483647), o.id) > ($3::int, $4::uuid)
              ${conditions.join('\n              ')}
            ORDER BY ${ORDER} LIMIT ${rows})`,
  )
  return {
    values,
    statement: {
      name: filters.length > MOST_NAMED_FILTERS ? '' : ['observation_list', rounds, scope, rows, ...codes].join('_'),
      text: `
        WITH round AS MATERIALIZED (
          SELECT r.id, r.version_id, r.status, ${iso('r.due')} AS due,
            ${iso('r.conformity_due')} AS conformity_due, ${othersShown(scope, 'r')} AS others, ${outcomesShown(scope, 'r')} AS outcomes
          FROM review_round AS r WHERE r.id = $2 AND ${visibleRound(rounds, 'r')}
        ), page AS MATERIALIZED (
          SELECT o.* FROM (${branches.join(' UNION ALL ')}) AS o ORDER BY ${ORDER} LIMIT ${rows}
        )
        SELECT round.status, round.due, round.conformity_due AS "conformityDue", round.version_id AS "versionId", (
          SELECT coalesce(json_agg(${observationJson(scope, orAskedFor(scope, 'round.outcomes', 'round.status', 'o'), READ)} ORDER BY ${ORDER}), '[]')
          FROM page AS o ${JOINS}
        ) AS rows
        FROM round`,
    },
  }
}
