import type { LogFilters } from '@portal/contracts'
import { CENTRAL_MEXICO } from '@portal/domain'
import type { z } from 'zod'
import type { Statement } from '../acts/transaction.ts'
import { iso } from '../specifications/exports.ts'

type Filters = z.output<typeof LogFilters>

/** Of `$n`, a day of central Mexico: the instant at which it begins, or the one at which it is over. */
export const begins = (day: string) => `(${day}::date)::timestamp AT TIME ZONE '${CENTRAL_MEXICO}'`
export const isOver = (day: string) => `(${day}::date + 1)::timestamp AT TIME ZONE '${CENTRAL_MEXICO}'`

/** Each with the letter that it has in the statement's name. */
const CONDITIONS = {
  organisationId: ['o', (value) => `acting_organisation(e.body) = ${value}`],
  personId: ['p', (value) => `(e.person_id = ${value} OR represented_person(e.body) = ${value})`],
  verb: ['v', (value) => `e.verb = ${value}`],
  recordKind: ['k', (value) => `e.record_kind = ${value}`],
  recordId: ['r', (value) => `e.record_id = ${value}::uuid`],
  from: ['f', (value) => `e.at >= ${begins(value)}`],
  until: ['u', (value) => `e.at < ${isOver(value)}`],
} as const satisfies Record<keyof Filters, readonly [letter: string, sql: (value: string) => string]>

/**
 * A page of the log as rows of `TrailEvent`, the latest first. `$1` is how many, `$2` and `$3` the instant and the id
 * after which it goes on; only the filters that are asked for stand in it, each combination with its own plan.
 */
export function logStatement(filters: Filters): { statement: Statement; values: string[] } {
  const asked = (Object.keys(CONDITIONS) as (keyof Filters)[]).flatMap((name) => {
    const value = filters[name]
    return value === null || value === undefined ? [] : [{ condition: CONDITIONS[name], value }]
  })
  const conditions = asked.map(({ condition: [, sql] }, index) => ` AND ${sql(`$${index + 4}`)}`)
  return {
    statement: {
      name: `evidence_log_${asked.map(({ condition: [letter] }) => letter).join('')}`,
      text: `
        SELECT e.id, e.seq, e.record_id, e.record_kind, e.verb, ${iso('e.at')} AS at, e.folio, e.body,
          encode(e.hash, 'hex') AS hash, r.code, true AS own, true AS decided, false AS restricted
        FROM audit_event AS e LEFT JOIN receipt AS r ON r.record_id = e.record_id AND r.seq = e.seq
        WHERE ($2::timestamptz IS NULL OR (e.at, e.id) < ($2, $3::bigint))${conditions.join('')}
        ORDER BY e.at DESC, e.id DESC LIMIT $1`,
    },
    values: asked.map(({ value }) => value),
  }
}
