import type { ObservationView } from '@portal/contracts'
import {
  decideResponse,
  decideRound,
  type ObservationStatus,
  type Person,
  type ResponseStatus,
  type RoundStatus,
} from '@portal/domain'
import { iso } from '../specifications/exports.ts'

/** An observation as PostgreSQL gathers it; what the actor may do with it follows from the rest. */
export type GatheredObservation = Omit<ObservationView, 'allowed' | 'status'> & {
  status: ObservationStatus
  responseStatus: ResponseStatus
  lateAdmitted: boolean | null
}

const person = (id: string, name: string) => `json_build_object('id', ${id}, 'name', coalesce(${name}, ''))`

const TARGET = `
  CASE o.target_kind
    WHEN 'clause' THEN json_build_object('kind', 'clause', 'clauseId', o.clause_id)
    WHEN 'text' THEN json_build_object('kind', 'text', 'clauseId', o.clause_id, 'start', o.text_start,
      'end', o.text_end, 'quote', o.quote)
    ELSE json_build_object('kind', 'region', 'artworkId', o.artwork_id, 'page', o.page, 'x', o.x, 'y', o.y,
      'width', o.width, 'height', o.height, 'clauseId', o.clause_id)
  END`

/** SQL expression: an observation `o` with what `JOINS` brings; `shown` says whether its outcome may be seen. */
export const observationJson = (shown: string): string => `json_build_object(
  'id', o.id, 'roundId', o.round_id, 'responseId', o.response_id, 'organisationId', o.organisation_id,
  'organisation', g.short_name, 'number', o.number, 'status', o.status, 'type', o.type, 'target', ${TARGET},
  'citation', c.citation, 'element', w.element, 'page', o.page,
  'says', o.says, 'shouldSay', o.should_say, 'rationale', o.rationale, 'legalBasis', o.legal_basis,
  'author', ${person('o.author_id', 'author.name')}, 'updatedAt', ${iso('o.updated_at')}, 'sentAt', ${iso('o.sent_at')},
  'outcome', CASE WHEN ${shown} AND o.disposition IS NOT NULL THEN json_build_object('disposition', o.disposition,
    'reason', o.reason, 'agreedText', o.agreed_text, 'answeredBy', o.answered_by) END,
  'proposedBy', CASE WHEN ${shown} AND o.proposed_by IS NOT NULL THEN ${person('o.proposed_by', 'proposer.name')} END,
  'proposedAt', CASE WHEN ${shown} THEN ${iso('o.proposed_at')} END,
  'recordVersion', o.record_version, 'responseStatus', a.status, 'lateAdmitted', a.late_admitted)`

export const JOINS = `
  JOIN round_response AS a ON a.id = o.response_id
  JOIN organisation AS g ON g.id = o.organisation_id
  LEFT JOIN clause AS c ON c.id = o.clause_id
  LEFT JOIN artwork AS w ON w.id = o.artwork_id
  LEFT JOIN person AS author ON author.id = o.author_id
  LEFT JOIN person AS proposer ON proposer.id = o.proposed_by`

/** Drafts are listed last, by when they were begun. An expression of its own index, so that pages go on by one range. */
export const ORDER = 'coalesce(o.number, 2147483647), o.id'

export type RoundOfObservations = { status: RoundStatus; due: string | null }

export function observationView(gathered: GatheredObservation, round: RoundOfObservations, actor: Person, now: string) {
  const { responseStatus, lateAdmitted, ...observation } = gathered
  return { ...observation, allowed: allowedOn(gathered, round, actor, now) } satisfies ObservationView
}

/** The commands for which the screen shows a button, by the same functions that grant them. */
function allowedOn(
  observation: GatheredObservation,
  round: RoundOfObservations,
  actor: Person,
  now: string,
): ObservationView['allowed'] {
  if (actor.kind === 'opl') {
    if (observation.status !== 'draft') return []
    const facts = {
      organisationId: observation.organisationId,
      status: observation.responseStatus,
      roundStatus: round.status,
      due: round.due,
      twoLevels: false,
      drafts: 0,
    }
    return decideResponse(facts, { kind: 'save_observation' }, actor, now).ok ? ['edit', 'discard'] : []
  }
  return decideDispose(observation, round, actor, now).ok ? ['dispose'] : []
}

/** Whether an outcome may be proposed for it: it counts, and the round is being resolved. */
export function decideDispose(
  observation: Pick<GatheredObservation, 'status' | 'responseStatus' | 'lateAdmitted'>,
  round: RoundOfObservations,
  actor: Person,
  now: string,
) {
  const facts = { ...round, clauses: 0, responses: [], withoutOutcome: 0, proposedBy: [] }
  const decided = decideRound(facts, { kind: 'dispose' }, actor, now)
  if (!decided.ok) return decided
  const counts = observation.responseStatus !== 'late' || observation.lateAdmitted === true
  const open = observation.status === 'received' || observation.status === 'proposed'
  return counts && open ? decided : ({ ok: false, refusal: { code: 'OBSERVATION_NOT_EDITABLE' } } as const)
}
