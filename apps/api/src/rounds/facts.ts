import type { RoundFacts } from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'
import { iso } from '../specifications/exports.ts'

/**
 * SQL condition on a row of `observation`: what it lacks has a name in `outcomeGaps` of the domain, or it is with an
 * area. Has its own index.
 */
export const incomplete = (observation: string): string => {
  const column = (name: string) => `${observation}.${name}`
  return `${column('number')} IS NOT NULL AND ${column('status')} IN ('received', 'referred', 'proposed') AND (
    ${column('status')} = 'referred'
    OR ${column('disposition')} IS NULL
    OR (${column('disposition')} <> 'accepted' AND ${column('reason')} = '')
    OR (${column('disposition')} IN ('accepted', 'partly_accepted') AND ${column('agreed_text')} = '')
    OR (${column('disposition')} = 'answered_elsewhere' AND ${column('answered_by')} IS NULL))`
}

/** SQL expression: how many observations of the round still lack something. */
export const countIncomplete = (round: string): string =>
  `(SELECT count(*)::int FROM observation AS gap WHERE gap.round_id = ${round}.id AND ${incomplete('gap')})`

/**
 * SQL expression: who may not validate, whoever they acted for included. Beside the authors of the outcomes it is whoever
 * proposed the round, who is on record only: a round without observations has no other proposer. Where an outcome was
 * brought back by undoing another, it is everybody who ever proposed one for that observation: one of them wrote it. Asked
 * only where somebody could validate.
 */
export const proposers = (round: string): string => `
  CASE WHEN ${round}.status = 'validating' THEN ARRAY(
    SELECT hand FROM observation AS ob CROSS JOIN LATERAL (VALUES (ob.proposed_by), (ob.proposed_for)) AS hands (hand)
    WHERE ob.round_id = ${round}.id AND ob.status = 'proposed' AND hand IS NOT NULL
    UNION
    SELECT hand FROM observation AS ob JOIN audit_event AS e ON e.record_id = ob.id
    CROSS JOIN LATERAL (VALUES (e.person_id), (represented_person(e.body))) AS hands (hand)
    WHERE ob.round_id = ${round}.id AND ob.status = 'proposed' AND hand IS NOT NULL
      AND e.verb IN ('observations.dispose', 'observations.answerReferral')
      AND EXISTS (SELECT FROM audit_event AS u WHERE u.record_id = ob.id AND u.verb = 'observations.undo')
    UNION
    SELECT hand FROM (
      SELECT person_id, body FROM audit_event
      WHERE record_id = ${round}.id AND verb = 'rounds.propose' ORDER BY seq DESC LIMIT 1
    ) AS e CROSS JOIN LATERAL (VALUES (e.person_id), (represented_person(e.body))) AS hands (hand)
    WHERE hand IS NOT NULL
  ) ELSE '{}'::text[] END`

const FACTS: Statement = {
  name: 'round_facts',
  text: `
    SELECT r.status, ${iso('r.due')} AS due,
      ${iso('r.conformity_due')} AS "conformityDue", r.conformity_amount IS NOT NULL AS "asksConformity",
      (SELECT coalesce(sum(t.count), 0)::int FROM observation_tally AS t
       WHERE t.round_id = r.id AND t.status NOT IN ('draft', 'withdrawn', 'not_applicable')) AS counted,
      (SELECT count(*)::int FROM clause AS c WHERE c.version_id = r.version_id) AS clauses,
      ${countIncomplete('r')} AS "withoutOutcome",
      ${proposers('r')} AS "proposedBy",
      (SELECT coalesce(json_agg(json_build_object(
        'organisationId', a.organisation_id, 'status', a.status, 'lateAdmitted', a.late_admitted, 'unreplied', a.unreplied)), '[]')
       FROM round_response AS a WHERE a.round_id = r.id) AS responses
    FROM review_round AS r WHERE r.id = $1`,
}

/** What a decision on a round needs to know. Read it after the round's lock is held: a statement of its own sees what
 *  those did who held the lock before. */
export async function roundFacts(reader: Reader, roundId: string): Promise<RoundFacts> {
  const facts = await reader.one<RoundFacts>(FACTS, [roundId])
  if (!facts) throw new Error(`round ${roundId} has gone`)
  return facts
}
