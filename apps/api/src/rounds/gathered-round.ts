import type { ResponseView, RoundView } from '@portal/contracts'
import type { DueExplanation, RoundFacts, TurnFacts } from '@portal/domain'
import type { Statement } from '../acts/transaction.ts'
import { iso, personRef, visibleRound, type Scope } from '../specifications/exports.ts'
import { writtenDraft } from './drafts.ts'
import { countIncomplete, proposers } from './facts.ts'
import { referralsOf } from './round-row.ts'
import {
  countedObservations,
  othersShown,
  outcomesShown,
  visibleObservation,
  type ObservationScope,
} from './visible-observations.ts'

/** A round as PostgreSQL gathers it; what is allowed, whose turn it is and why it is due follow from it. */
export type GatheredRound = Omit<
  RoundView,
  'status' | 'deadlines' | 'recipients' | 'answered' | 'responses' | 'turn' | 'allowed'
> & {
  status: TurnFacts['status']
  deadlines: (Omit<RoundView['deadlines'][number], 'explanation'> & { explanation: DueExplanation })[]
  responses: (Omit<ResponseView, 'allowed' | 'status'> & { status: TurnFacts['responses'][number]['status'] })[]
  /** Of all answers, also of those that are not shown. */
  answers: (TurnFacts['responses'][number] & RoundFacts['responses'][number])[]
  clauses: number
  /** As far as the actor sees them; who decides sees all. */
  counted: number
  proposedBy: string[]
}

/** SQL expression: from the counters, how many observations that were sent the actor may see, of a round or of one OPL. */
const countSent = (scope: ObservationScope, ofOne: boolean): string => `(
  SELECT coalesce(sum(t.count), 0)::int FROM ${countedObservations(scope)} AS t
  WHERE t.round_id = r.id AND t.status NOT IN ('draft', 'withdrawn')
    ${ofOne ? 'AND t.organisation_id = a.organisation_id' : ''}
    AND ${visibleObservation(scope, 't', othersShown(scope, 'r'))})`

const responses = (scope: ObservationScope): string => `(
  SELECT coalesce(json_agg(json_build_object(
    'id', a.id, 'organisation', json_build_object('id', o.id, 'kind', o.kind, 'shortName', o.short_name,
      'name', o.name, 'entity', o.entity, 'twoLevels', o.two_levels, 'position', o.position),
    'status', a.status, 'statusSince', ${iso('a.status_since')}, 'openedAt', ${iso('a.opened_at')},
    'sentAt', ${iso('a.sent_at')}, 'sentBy', CASE WHEN a.sent_by IS NOT NULL THEN ${personRef('a.sent_by', 'p.name', 'a.sent_for')} END,
    'folio', a.folio, 'code', (SELECT code FROM receipt WHERE folio = a.folio),
    'lateReason', a.late_reason, 'lateAdmitted', a.late_admitted, 'lateJudgement', a.late_judgement,
    'observations', ${countSent(scope, true)},
    'drafts', ${
      scope === 'own' || scope === 'everything'
        ? `(SELECT count(*) FROM observation AS d
            WHERE d.round_id = r.id AND d.response_id = a.id AND ${writtenDraft('d')})`
        : '0'
    },
    'unreplied', a.unreplied, 'recordVersion', a.record_version
  ) ORDER BY o.position), '[]')
  FROM round_response AS a JOIN organisation AS o ON o.id = a.organisation_id LEFT JOIN person AS p ON p.id = a.sent_by
  WHERE a.round_id = r.id ${scope === 'own' ? 'AND a.organisation_id = $1' : ''})`

const ANSWERS = `(
  SELECT coalesce(json_agg(json_build_object('organisationId', o.id, 'status', a.status, 'twoLevels', o.two_levels,
    'since', ${iso('a.status_since')}, 'lateAdmitted', a.late_admitted, 'unreplied', a.unreplied) ORDER BY o.position), '[]')
  FROM round_response AS a JOIN organisation AS o ON o.id = a.organisation_id WHERE a.round_id = r.id)`

const DEADLINES = `(
  SELECT coalesce(json_agg(json_build_object('purpose', d.purpose, 'due', ${iso('d.due')}, 'explanation', d.explanation, 'reason', d.reason,
    'setBy', ${personRef('d.set_by', 'p.name', 'd.set_for')}, 'setAt', ${iso('d.set_at')}) ORDER BY d.position), '[]')
  FROM round_deadline AS d LEFT JOIN person AS p ON p.id = d.set_by WHERE d.round_id = r.id)`

const MATRIX_CODE = `(
  SELECT c.code FROM receipt AS c JOIN audit_event AS e ON e.record_id = c.record_id AND e.seq = c.seq
  WHERE c.record_id = r.id AND e.verb IN ('rounds.validate', 'rounds.publish', 'rounds.publishEarly') ORDER BY c.seq DESC LIMIT 1)`

/** One statement for a round with everything of it. `$1` is the actor's organisation, `$2` the round. */
export const getStatement = (rounds: Scope, scope: ObservationScope): Statement => ({
  name: `round_get_${rounds}_${scope}`,
  text: `
    SELECT json_build_object(
      'id', r.id, 'number', r.number, 'status', r.status, 'statusSince', ${iso('r.status_since')},
      'visibility', r.visibility, 'message', r.message,
      'rule', json_build_object('amount', r.rule_amount, 'kind', r.rule_kind),
      'conformity', CASE WHEN r.conformity_amount IS NOT NULL THEN json_build_object('amount', r.conformity_amount, 'kind', r.conformity_kind) END,
      'conformityDue', ${iso('r.conformity_due')}, 'calendarKey', r.calendar_key,
      'specification', json_build_object('id', s.id, 'title', s.title, 'illustrative', s.illustrative),
      'version', json_build_object('id', v.id, 'number', v.number),
      'openedAt', ${iso('r.opened_at')}, 'due', ${iso('r.due')}, 'closedAt', ${iso('r.closed_at')},
      'publishedAt', ${iso('r.published_at')}, 'matrixHash', r.matrix_hash,
      'matrixCode', CASE WHEN r.published_at IS NOT NULL THEN ${MATRIX_CODE} END,
      'deadlines', ${DEADLINES},
      'responses', ${responses(scope)},
      'answers', ${ANSWERS},
      'referrals', ${referralsOf('r')},
      'clauses', (SELECT count(*) FROM clause AS c WHERE c.version_id = r.version_id),
      'proposedBy', ${proposers('r')},
      'counted', (SELECT coalesce(sum(t.count), 0)::int FROM observation_tally AS t
        WHERE t.round_id = r.id AND t.status NOT IN ('draft', 'withdrawn', 'not_applicable')),
      'observations', ${countSent(scope, false)},
      'withoutOutcome', CASE WHEN ${outcomesShown(scope, 'r')} THEN ${countIncomplete('r')} END,
      'recordVersion', r.record_version,
      'ownResponseId', ${
        scope === 'own' ? '(SELECT id FROM round_response WHERE round_id = r.id AND organisation_id = $1)' : 'NULL'
      }
    ) AS view
    FROM review_round AS r
    JOIN specification_version AS v ON v.id = r.version_id
    JOIN specification AS s ON s.id = v.specification_id
    WHERE r.id = $2 AND ${visibleRound(rounds, 'r')}`,
})
