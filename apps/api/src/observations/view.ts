import type { ClassificationView, ObservationView } from '@portal/contracts'
import {
  allowedOnObservation,
  decideResponse,
  withheldNotice,
  type ObservationFacts,
  type ObservationStatus,
  type Person,
  type ResponseStatus,
  type RoundStatus,
} from '@portal/domain'
import { heldTarget, referralShown, targetClass, unlessHeld, type ObservationScope } from '../rounds/exports.ts'
import { iso, personRef, type Read } from '../specifications/exports.ts'

/** An observation as PostgreSQL gathers it; what the actor may do with it follows from the rest. */
export type GatheredObservation = Omit<ObservationView, 'allowed' | 'status' | 'withheld'> & {
  status: ObservationStatus
  /** Of what it observes; `held`: the actor may not read that. */
  classification: ClassificationView | null
  held: boolean
  responseStatus: ResponseStatus
  lateAdmitted: boolean | null
  twoLevels: boolean
}

const target = (read: Read) => `
  CASE o.target_kind
    WHEN 'clause' THEN json_build_object('kind', 'clause', 'clauseId', o.clause_id)
    WHEN 'text' THEN json_build_object('kind', 'text', 'clauseId', o.clause_id, 'start', o.text_start,
      'end', o.text_end, 'quote', CASE WHEN ${heldTarget(read)} THEN '' ELSE o.quote END)
    ELSE json_build_object('kind', 'region', 'artworkId', o.artwork_id, 'page', o.page, 'x', o.x, 'y', o.y,
      'width', o.width, 'height', o.height, 'clauseId', o.clause_id)
  END`

/**
 * SQL expression: an observation `o` with what `JOINS` brings; `shown` says whether its outcome may be seen. Where what it
 * observes is kept from the actor, an OPL still reads what it wrote itself, and nobody's quote or agreed text of it.
 */
export const observationJson = (scope: ObservationScope, shown: string, read: Read): string => `json_build_object(
  'id', o.id, 'roundId', o.round_id, 'responseId', o.response_id, 'organisationId', o.organisation_id,
  'organisation', g.short_name, 'number', o.number, 'status', o.status, 'type', o.type, 'target', ${target(read)},
  'citation', c.citation, 'element', w.element, 'page', o.page,
  'classification', ${targetClass(read)}, 'held', ${heldTarget(read)},
  'says', ${unlessHeld(read, 'o.says')}, 'shouldSay', ${unlessHeld(read, 'o.should_say')},
  'rationale', ${unlessHeld(read, 'o.rationale')}, 'legalBasis', ${unlessHeld(read, 'o.legal_basis')},
  'author', ${personRef('o.author_id', 'author.name', 'o.author_for')}, 'updatedAt', ${iso('o.updated_at')}, 'sentAt', ${iso('o.sent_at')},
  'outcome', CASE WHEN ${shown} AND o.disposition IS NOT NULL THEN json_build_object('disposition', o.disposition,
    'reason', CASE WHEN ${heldTarget(read)} THEN '' ELSE o.reason END,
    'agreedText', CASE WHEN ${heldTarget(read)} THEN '' ELSE o.agreed_text END, 'answeredBy', o.answered_by) END,
  'proposedBy', CASE WHEN ${shown} AND o.proposed_by IS NOT NULL THEN ${personRef('o.proposed_by', 'proposer.name', 'o.proposed_for')} END,
  'proposedAt', CASE WHEN ${shown} THEN ${iso('o.proposed_at')} END,
  'reply', CASE WHEN ${shown} AND o.reply IS NOT NULL THEN json_build_object('reply', o.reply,
    'reason', ${unlessHeld(read, 'o.reply_reason')}, 'by', ${personRef('o.replied_by', 'replier.name', 'o.replied_for')},
    'at', ${iso('o.replied_at')}) END,
  'promise', CASE WHEN ${shown} AND o.promise IS NOT NULL THEN json_build_object('result', o.promise,
    'version', next.number, 'citation', kept.citation,
    'reason', CASE WHEN ${heldTarget(read)} THEN '' ELSE o.promise_reason END) END,
  'twoLevels', g.two_levels,
  'referral', CASE WHEN ${referralShown(scope, 'o')} THEN json_build_object('organisationId', o.referred_to,
    'instruction', o.instruction, 'by', ${personRef('o.referred_by', 'referrer.name', 'o.referred_for')},
    'at', ${iso('o.referred_at')}) END,
  'recordVersion', o.record_version, 'responseStatus', a.status, 'lateAdmitted', a.late_admitted)`

export const JOINS = `
  JOIN round_response AS a ON a.id = o.response_id
  JOIN organisation AS g ON g.id = o.organisation_id
  LEFT JOIN clause AS c ON c.id = o.clause_id
  LEFT JOIN artwork AS w ON w.id = o.artwork_id
  LEFT JOIN person AS author ON author.id = o.author_id
  LEFT JOIN person AS proposer ON proposer.id = o.proposed_by
  LEFT JOIN person AS replier ON replier.id = o.replied_by
  LEFT JOIN specification_version AS next ON next.id = o.attended_in_id
  LEFT JOIN clause AS kept ON kept.id = o.promise_clause_id
  LEFT JOIN person AS referrer ON referrer.id = o.referred_by`

/** Drafts are listed last, by when they were begun. An expression of its own index, so that pages go on by one range. */
export const ORDER = 'coalesce(o.number, 2147483647), o.id'

export type RoundOfObservations = {
  status: RoundStatus
  due: string | null
  conformityDue: string | null
  versionId: string
}

export function observationView(gathered: GatheredObservation, round: RoundOfObservations, actor: Person, now: string) {
  const { responseStatus, lateAdmitted, twoLevels: _twoLevels, classification, held, ...observation } = gathered
  const view = { ...observation, withheld: null, allowed: allowedOn(gathered, round, actor, now) }
  if (!held || classification === null) return view satisfies ObservationView
  return {
    ...view,
    withheld: classification,
    says: view.says === '' ? withheldNotice(classification) : view.says,
    // Its text may still be given up, not written on: the portal would quote what is kept from its author.
    allowed: view.allowed.filter((command) => command === 'discard'),
  } satisfies ObservationView
}

/** The commands for which the screen shows a button, by the same functions that grant them. */
function allowedOn(
  observation: GatheredObservation,
  round: RoundOfObservations,
  actor: Person,
  now: string,
): ObservationView['allowed'] {
  if (actor.kind === 'opl') {
    const { status, organisationId, responseStatus, twoLevels } = observation
    if (status !== 'draft' && status !== 'resolved') return []
    const { status: roundStatus, due, conformityDue } = round
    const facts = { organisationId, status: responseStatus, roundStatus, due, conformityDue, twoLevels, drafts: 0 }
    if (status === 'resolved')
      return decideResponse(facts, { kind: 'reply', replies: [] }, actor, now).ok ? ['reply'] : []
    return decideResponse(facts, { kind: 'save_observation' }, actor, now).ok ? ['edit', 'discard'] : []
  }
  return allowedOnObservation(factsOf(observation, round.status), actor)
}

const factsOf = (
  { number, status, responseStatus, lateAdmitted, referral, outcome }: GatheredObservation,
  roundStatus: RoundStatus,
): ObservationFacts => ({
  number,
  status,
  roundStatus,
  responseStatus,
  lateAdmitted,
  referredTo: referral?.organisationId ?? null,
  hasOutcome: outcome !== null,
})
