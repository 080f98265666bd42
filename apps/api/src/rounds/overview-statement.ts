import type { Disposition, ObservationType, ResponseStatus } from '@portal/domain'
import type { Statement } from '../acts/transaction.ts'
import { iso, visibleRound, type Scope } from '../specifications/exports.ts'
import { othersShown, outcomesShown, visibleObservation, type ObservationScope } from './visible-observations.ts'

type Counts<Key extends string> = Partial<Record<Key, number>>

export type GatheredOverview = {
  number: number
  openedAt: string
  answers: {
    organisationId: string
    organisation: string
    status: ResponseStatus
    sentAt: string | null
    observations: number
    answerHours: number | null
    resolved: number
    outcomeHours: number | null
  }[]
  clauses: { id: string; citation: string; byType: Counts<ObservationType> | null }[]
  artworks: { id: string; element: string; byType: Counts<ObservationType> | null }[]
  received: { day: string; byType: Counts<ObservationType> }[]
  resolved: { day: string; byDisposition: Counts<Disposition> }[]
}

const dayOf = (column: string): string => `(${column} AT TIME ZONE 'America/Mexico_City')::date`
const hours = (from: string, to: string): string =>
  `round((extract(epoch FROM ${to} - ${from}) / 3600)::numeric, 1)::float8`

/** What a late answer asked for that was not admitted has no part in the round. */
const COUNTED = `o.status NOT IN ('draft', 'withdrawn') AND (o.status <> 'not_applicable' OR o.disposition IS NOT NULL)`

/** Of a clause or an artwork: how many observations of each type. */
const typesOn = (column: string, id: string): string => `(
  SELECT json_object_agg(g.type, g.count) FROM (
    SELECT type, count(*)::int AS count FROM seen WHERE ${column} = ${id} GROUP BY type) AS g)`

/** Groups what was counted by day, as \`[{ day, <name>: { key: count } }]\`. */
const byDay = (name: string, at: string, key: string): string => `(
  SELECT coalesce(json_agg(json_build_object('day', d.day, '${name}', d.counts) ORDER BY d.day), '[]') FROM (
    SELECT g.day, json_object_agg(g.key, g.count) AS counts FROM (
      SELECT ${dayOf(at)} AS day, ${key} AS key, count(*)::int AS count FROM seen
      WHERE ${at} IS NOT NULL AND ${key} IS NOT NULL GROUP BY 1, 2) AS g
    GROUP BY g.day) AS d)`

/**
 * A round that was opened and its figures, in one statement over its observations. Before outcomes are shown there are no
 * figures either: how much was received, and how it is being resolved, is as deliberative as what was said.
 */
export const overviewStatement = (rounds: Scope, scope: ObservationScope): Statement => ({
  name: `round_overview_${rounds}_${scope}`,
  text: `
    WITH round AS MATERIALIZED (
      SELECT r.* FROM review_round AS r
      WHERE r.id = $2 AND r.opened_at IS NOT NULL AND ${visibleRound(rounds, 'r')} AND ${outcomesShown(scope, 'r')}
    ), seen AS MATERIALIZED (
      SELECT o.organisation_id, o.clause_id, o.artwork_id, o.type, o.disposition, o.sent_at, o.proposed_at,
        CASE WHEN o.disposition IS NOT NULL AND o.proposed_at IS NOT NULL
          THEN ${hours('greatest(o.sent_at, r.closed_at)', 'o.proposed_at')} END AS hours
      FROM round AS r JOIN observation AS o ON o.round_id = r.id
      WHERE ${COUNTED} AND ${visibleObservation(scope, 'o', othersShown(scope, 'r'))}
    ), by_opl AS (
      SELECT organisation_id, count(*)::int AS observations, count(disposition)::int AS resolved,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) AS hours
      FROM seen GROUP BY organisation_id
    )
    SELECT r.number, ${iso('r.opened_at')} AS "openedAt", (
      SELECT coalesce(json_agg(json_build_object('organisationId', a.organisation_id, 'organisation', g.short_name,
        'status', a.status, 'sentAt', ${iso('a.sent_at')}, 'observations', coalesce(b.observations, 0),
        'answerHours', ${hours('r.opened_at', 'a.sent_at')}, 'resolved', coalesce(b.resolved, 0), 'outcomeHours', b.hours)
        ORDER BY g.position), '[]')
      FROM round_response AS a JOIN organisation AS g ON g.id = a.organisation_id
      LEFT JOIN by_opl AS b ON b.organisation_id = a.organisation_id
      WHERE a.round_id = r.id AND ${scope === 'own' ? 'a.organisation_id = $1' : '$1::text IS NOT NULL'}
    ) AS answers, (
      SELECT coalesce(json_agg(json_build_object('id', c.id, 'citation', c.citation,
        'byType', ${typesOn('clause_id', 'c.id')}) ORDER BY c.position), '[]')
      FROM clause AS c WHERE c.version_id = r.version_id AND c.citation <> ''
    ) AS clauses, (
      SELECT coalesce(json_agg(json_build_object('id', w.id, 'element', w.element,
        'byType', ${typesOn('artwork_id', 'w.id')}) ORDER BY w.position), '[]')
      FROM artwork AS w WHERE w.version_id = r.version_id
    ) AS artworks, ${byDay('byType', 'sent_at', 'type')} AS received,
      ${byDay('byDisposition', 'proposed_at', 'disposition')} AS resolved
    FROM round AS r`,
})
