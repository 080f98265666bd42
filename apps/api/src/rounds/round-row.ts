import type { RoundRow } from '@portal/contracts'
import { hasAnswered, turnOfRound, turnsSeenBy, type Person, type TurnFacts } from '@portal/domain'
import { iso } from '../specifications/exports.ts'

/** A round as PostgreSQL gathers it for a list; whose turn it is follows from it. */
export type GatheredRow = Omit<RoundRow, 'recipients' | 'answered' | 'turn' | 'status'> & {
  status: TurnFacts['status']
  conformityDue: string | null
  responses: TurnFacts['responses'][number][]
  referrals: TurnFacts['referrals'][number][]
}

/** SQL expression: what `turnOfRound` asks of the answers, in the official order. */
const turnFactsOf = (round: string): string => `(
  SELECT coalesce(json_agg(json_build_object(
    'organisationId', a.organisation_id, 'status', a.status, 'twoLevels', o.two_levels, 'since', ${iso('a.status_since')},
    'unreplied', a.unreplied
  ) ORDER BY o.position), '[]')
  FROM round_response AS a JOIN organisation AS o ON o.id = a.organisation_id WHERE a.round_id = ${round}.id)`

/**
 * SQL expression: what each area was referred of a round, as far as the actor may read it: to others than DERFE, the auditor
 * and the area itself there is none.
 */
export const referralsOf = (round: string): string => `(
  SELECT coalesce(json_agg(json_build_object('organisationId', one.area, 'pending', one.pending, 'answered', one.answered,
    'since', ${iso('one.since')}) ORDER BY o.position), '[]')
  FROM (
    SELECT referred_to AS area, count(*) FILTER (WHERE status = 'referred')::int AS pending,
      count(*) FILTER (WHERE status <> 'referred')::int AS answered,
      min(referred_at) FILTER (WHERE status = 'referred') AS since
    FROM observation WHERE round_id = ${round}.id AND referred_to IS NOT NULL GROUP BY referred_to
  ) AS one JOIN organisation AS o ON o.id = one.area)`

/** SQL expression: which areas have still to answer, for `turnOfRound`. */
const pendingReferralsOf = (round: string): string => `(
  SELECT coalesce(json_agg(json_build_object('organisationId', one.area, 'since', ${iso('one.since')})
    ORDER BY o.position), '[]')
  FROM (
    SELECT referred_to AS area, min(referred_at) AS since FROM observation
    WHERE round_id = ${round}.id AND status = 'referred' GROUP BY referred_to
  ) AS one JOIN organisation AS o ON o.id = one.area)`

/** SQL expression: a row of a round, with `v` and `s` its version and specification. */
export const gatheredRow = (round: string, version: string, specification: string): string => `json_build_object(
  'id', ${round}.id, 'number', ${round}.number, 'status', ${round}.status,
  'statusSince', ${iso(`${round}.status_since`)}, 'due', ${iso(`${round}.due`)},
  'conformityDue', ${iso(`${round}.conformity_due`)},
  'specificationTitle', ${specification}.title, 'versionId', ${version}.id, 'versionNumber', ${version}.number,
  'responses', ${turnFactsOf(round)},
  'referrals', CASE WHEN ${round}.status = 'resolving' THEN ${pendingReferralsOf(round)} ELSE '[]' END)`

export function roundRow({ responses, referrals, conformityDue, ...round }: GatheredRow, actor: Person): RoundRow {
  const turns = turnOfRound({
    status: round.status,
    since: round.statusSince,
    due: round.due,
    conformityDue,
    responses,
    referrals,
  })
  return {
    ...round,
    due: round.status === 'conformity' ? conformityDue : round.due,
    recipients: responses.length,
    answered: responses.filter((response) => hasAnswered(response.status)).length,
    turn: turnsSeenBy(actor, turns),
  }
}
