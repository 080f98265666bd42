import {
  canSeeObservation,
  decideResponse,
  decideObservation,
  type ObservationCommand,
  type ObservationStatus,
  type Person,
  type ResponseStatus,
  type RoundStatus,
} from '@portal/domain'
import { after } from './steps.ts'
import { AHEAD, decided, NOW, OTHER, OWN, PAST, walkOf, type Answer } from './walk.ts'

type Facts = {
  status: ObservationStatus
  response: ResponseStatus
  round: RoundStatus
  lateAdmitted?: boolean
  referredTo?: string | null
}
const observation = (status: ObservationStatus, response: ResponseStatus, round: RoundStatus): Facts => ({
  status,
  response,
  round,
})

const AREA = 'deceyec'
const ACCEPTED = { disposition: 'accepted', reason: '', agreedText: 'medida exterior', answeredBy: null } as const

const DRAFT = ['prepare', 'open', 'start', 'observe'] as const
const SENT = [...DRAFT, 'send'] as const
const LATE = [...DRAFT, 'close', 'sendLate'] as const
const PUBLISHED = [...SENT, 'close', 'dispose', 'propose', 'validate'] as const

const CLASSES = {
  draft: { facts: observation('draft', 'drafting', 'open'), arrange: after(...DRAFT) },
  'draft, the answer in approval': {
    facts: observation('draft', 'internal_approval', 'open'),
    arrange: after('twoLevels', ...DRAFT, 'submit'),
  },
  'draft, the answer taken back': {
    facts: observation('draft', 'withdrawn_to_correct', 'open'),
    arrange: after(...SENT, 'takeBack'),
  },
  'draft, not sent in time': {
    facts: observation('draft', 'no_answer', 'resolving'),
    arrange: after(...DRAFT, 'close'),
  },
  'draft, the round cancelled': {
    facts: observation('draft', 'drafting', 'cancelled'),
    arrange: after(...DRAFT, 'cancel'),
  },
  withdrawn: { facts: observation('withdrawn', 'drafting', 'open'), arrange: after(...DRAFT, 'discard') },
  received: { facts: observation('received', 'sent_with_observations', 'open'), arrange: after(...SENT) },
  'received, the round closed': {
    facts: observation('received', 'sent_with_observations', 'resolving'),
    arrange: after(...SENT, 'close'),
  },
  'received late, not judged': { facts: observation('received', 'late', 'resolving'), arrange: after(...LATE) },
  'received late, admitted': {
    facts: { ...observation('received', 'late', 'resolving'), lateAdmitted: true },
    arrange: after(...LATE, 'admit'),
  },
  not_applicable: { facts: observation('not_applicable', 'late', 'resolving'), arrange: after(...LATE, 'setAside') },
  referred: {
    facts: { ...observation('referred', 'sent_with_observations', 'resolving'), referredTo: AREA },
    arrange: after(...SENT, 'close', 'refer'),
  },
  'proposed by an area': {
    facts: { ...observation('proposed', 'sent_with_observations', 'resolving'), referredTo: AREA },
    arrange: after(...SENT, 'close', 'refer', 'answerReferral'),
  },
  proposed: {
    facts: observation('proposed', 'sent_with_observations', 'resolving'),
    arrange: after(...SENT, 'close', 'dispose'),
  },
  'proposed, the matrix in validation': {
    facts: observation('proposed', 'sent_with_observations', 'validating'),
    arrange: after(...SENT, 'close', 'dispose', 'propose'),
  },
  'resolved, its OPL asked whether it agrees': {
    facts: observation('resolved', 'sent_with_observations', 'conformity'),
    arrange: after('askConformity', ...PUBLISHED),
  },
  resolved: { facts: observation('resolved', 'sent_with_observations', 'published'), arrange: after(...PUBLISHED) },
  incorporated: {
    facts: observation('incorporated', 'sent_with_observations', 'concluded'),
    arrange: after(...PUBLISHED, 'follow', 'justify', 'publish'),
  },
}

function isSeen(actor: Person, { status, round, referredTo = null }: Facts): boolean {
  const seen = { status: round, opened: true, visibility: 'after_publication', recipientIds: [OWN, OTHER] } as const
  return canSeeObservation(actor, seen, { organisationId: OWN, status, referredTo })
}

const writing = (kind: 'save_observation' | 'discard_observation') => ({
  moves: [`response.${kind}`],
  answer: ({ status, response, round }: Facts, actor: Person): Answer => {
    if (actor.organisationId !== OWN) return 'NOT_FOUND'
    const due = round === 'open' ? AHEAD : PAST
    const facts = {
      organisationId: OWN,
      status: response,
      roundStatus: round,
      due,
      conformityDue: null,
      twoLevels: false,
      drafts: 1,
    }
    const answer = decided(decideResponse(facts, { kind }, actor, NOW))
    return answer === 'done' && status !== 'draft' ? 'OBSERVATION_NOT_EDITABLE' : answer
  },
})

const deciding = (command: ObservationCommand, ofRound: readonly string[] = []) => ({
  moves: [`observation.${command.kind}`, ...ofRound],
  answer: (facts: Facts, actor: Person): Answer => {
    const { status, response, round, lateAdmitted = null, referredTo = null } = facts
    if (!isSeen(actor, facts) || status === 'draft' || status === 'withdrawn') return 'NOT_FOUND'
    if (command.kind === 'answer_referral' && actor.organisationId !== referredTo) return 'NOT_FOUND'
    const known = { number: 1, status, roundStatus: round, responseStatus: response, lateAdmitted, referredTo }
    return decided(decideObservation({ ...known, hasOutcome: status !== 'received' }, command, actor))
  },
})

export const OBSERVATIONS = walkOf<Facts>('observation', CLASSES, {
  'observations.get': {
    moves: [],
    answer: (facts, actor) => (isSeen(actor, facts) ? 'done' : 'NOT_FOUND'),
  },
  'observations.save': writing('save_observation'),
  'observations.discard': writing('discard_observation'),
  'observations.dispose': deciding({ kind: 'dispose' }, ['round.dispose']),
  'observations.disposeMany': deciding({ kind: 'dispose' }),
  'observations.undo': deciding({ kind: 'undo', before: null }),
  'observations.outcomes': {
    moves: [],
    answer: (facts, actor) => (isSeen(actor, facts) ? 'done' : 'NOT_FOUND'),
  },
  'observations.refer': deciding({ kind: 'refer', instruction: 'Se pide' }),
  'observations.recall': deciding({ kind: 'recall', reason: 'Se pide' }),
  'observations.answerReferral': deciding({ kind: 'answer_referral', outcome: ACCEPTED }),
})
