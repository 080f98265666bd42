import type { ListObservationsInput } from '@portal/contracts'
import type { z } from 'zod'
import type { Statement } from '../acts/transaction.ts'
import { othersShown, outcomesShown, visibleBranches, type ObservationScope } from '../rounds/exports.ts'
import { iso, visibleRound, type Scope } from '../specifications/exports.ts'
import { JOINS, observationJson, ORDER } from './view.ts'

type Input = z.output<typeof ListObservationsInput>
type Filter = { column: string; value: unknown; condition: (parameter: string) => string }

const equals = (column: string) => (parameter: string) => `o.${column} = ${parameter}`

/** Only the filters that are asked for stand in the statement, so that each combination is planned for its own index. */
function filtersOf(input: Input, outcomesSeen: string): Filter[] {
  const { organisationId, status, type, clauseId, artworkId, disposition } = input
  const filters: Filter[] = [
    { column: 'organisation', value: organisationId, condition: equals('organisation_id') },
    { column: 'status', value: status, condition: equals('status') },
    { column: 'type', value: type, condition: equals('type') },
    { column: 'clause', value: clauseId, condition: equals('clause_id') },
    { column: 'artwork', value: artworkId, condition: equals('artwork_id') },
    dispositionFilter(disposition, outcomesSeen),
  ]
  return filters.filter(({ value }) => value !== undefined && value !== null)
}

/** While outcomes are not shown everything looks as if it had none: a filter must not tell either. */
function dispositionFilter(disposition: Input['disposition'], seen: string): Filter {
  return disposition === 'none'
    ? {
        column: 'undecided',
        value: true,
        condition: (parameter) => `(${parameter}::boolean AND (o.disposition IS NULL OR NOT ${seen}))`,
      }
    : {
        column: 'disposition',
        value: disposition,
        condition: (parameter) => `(o.disposition = ${parameter} AND ${seen})`,
      }
}

/**
 * How many rows are read for a page and the answer whether there is a next one. The number stands in the statement, in
 * few sizes: PostgreSQL then keeps one plan for it, which a parameter would make it draw up anew each time.
 */
const rowsFor = (limit: number): number => (limit <= 50 ? 51 : 201)

/**
 * One statement for a page: the round, as far as it may be seen, with its observations as the view's JSON. `$1` is the
 * actor's organisation, `$2` the round, `$3` and `$4` after which number and id.
 */
export function listStatement(
  rounds: Scope,
  scope: ObservationScope,
  input: Input,
): { statement: Statement; values: unknown[] } {
  const rows = rowsFor(input.limit)
  const filters = filtersOf(input, '(SELECT outcomes FROM round)')
  const conditions = filters.map(({ condition }, index) => `AND ${condition(`$${index + 5}`)}`)
  const branches = visibleBranches(scope, 'o', '(SELECT others FROM round)').map(
    (visible) => `(
            SELECT o.* FROM observation AS o
            WHERE o.round_id = (SELECT id FROM round) AND ${visible}
              AND (coalesce(o.number, 2147483647), o.id) > ($3::int, $4::uuid)
              ${conditions.join('\n              ')}
            ORDER BY ${ORDER} LIMIT ${rows})`,
  )
  return {
    values: filters.map(({ value }) => value),
    statement: {
      name: ['observation_list', rounds, scope, rows, ...filters.map(({ column }) => column)].join('_'),
      text: `
        WITH round AS MATERIALIZED (
          SELECT r.id, r.status, ${iso('r.due')} AS due, ${othersShown(scope, 'r')} AS others, ${outcomesShown(scope, 'r')} AS outcomes
          FROM review_round AS r WHERE r.id = $2 AND ${visibleRound(rounds, 'r')}
        ), page AS MATERIALIZED (
          SELECT o.* FROM (${branches.join(' UNION ALL ')}) AS o ORDER BY ${ORDER} LIMIT ${rows}
        )
        SELECT round.status, round.due, (
          SELECT coalesce(json_agg(${observationJson('round.outcomes')} ORDER BY ${ORDER}), '[]')
          FROM page AS o ${JOINS}
        ) AS rows
        FROM round`,
    },
  }
}
