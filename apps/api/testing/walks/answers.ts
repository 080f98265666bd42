import { decideResponse, type Person, type ResponseCommand, type ResponseFacts } from '@portal/domain'
import { after } from './steps.ts'
import { AHEAD, decided, NOW, OWN, PAST, walkOf, type Answer } from './walk.ts'

/** `asked`: the round was opened. Until then nobody outside DERFE knows of it. */
type Facts = ResponseFacts & { asked: boolean }

const response = (status: ResponseFacts['status'], facts: Partial<Facts> = {}): Facts => ({
  organisationId: OWN,
  status,
  roundStatus: 'open',
  due: facts.roundStatus === 'resolving' || facts.roundStatus === 'conformity' ? PAST : AHEAD,
  conformityDue: facts.roundStatus === 'conformity' ? AHEAD : null,
  twoLevels: false,
  drafts: 0,
  asked: true,
  ...facts,
})

const DRAFTING = ['prepare', 'open', 'start', 'observe'] as const
const TWO_LEVELS = ['twoLevels', ...DRAFTING] as const

const CLASSES = {
  'unopened, the round in preparation': {
    facts: response('unopened', { roundStatus: 'preparing', asked: false }),
    arrange: after('prepare'),
  },
  unopened: { facts: response('unopened'), arrange: after('prepare', 'open') },
  drafting: { facts: response('drafting', { drafts: 1 }), arrange: after(...DRAFTING) },
  'drafting, nothing written': { facts: response('drafting'), arrange: after('prepare', 'open', 'start') },
  'drafting, two levels': {
    facts: response('drafting', { drafts: 1, twoLevels: true }),
    arrange: after(...TWO_LEVELS),
  },
  'drafting, the end has come': {
    facts: response('drafting', { drafts: 1, due: PAST }),
    arrange: after(...DRAFTING, 'end'),
  },
  'drafting, the round cancelled': {
    facts: response('drafting', { drafts: 1, roundStatus: 'cancelled' }),
    arrange: after(...DRAFTING, 'cancel'),
  },
  'internal_approval, two levels': {
    facts: response('internal_approval', { drafts: 1, twoLevels: true }),
    arrange: after(...TWO_LEVELS, 'submit'),
  },
  sent_with_observations: { facts: response('sent_with_observations'), arrange: after(...DRAFTING, 'send') },
  'sent_with_observations, the round closed': {
    facts: response('sent_with_observations', { roundStatus: 'resolving' }),
    arrange: after(...DRAFTING, 'send', 'close'),
  },
  'sent_with_observations, asked whether it agrees': {
    facts: response('sent_with_observations', { roundStatus: 'conformity' }),
    arrange: after('askConformity', ...DRAFTING, 'send', 'close', 'dispose', 'propose', 'validate'),
  },
  no_observations: { facts: response('no_observations'), arrange: after('prepare', 'open', 'declareNone') },
  withdrawn_to_correct: {
    facts: response('withdrawn_to_correct', { drafts: 1 }),
    arrange: after(...DRAFTING, 'send', 'takeBack'),
  },
  no_answer: {
    facts: response('no_answer', { drafts: 1, roundStatus: 'resolving' }),
    arrange: after(...DRAFTING, 'close'),
  },
  late: { facts: response('late', { roundStatus: 'resolving' }), arrange: after(...DRAFTING, 'close', 'sendLate') },
}

const moves = (command: ResponseCommand) => ({
  moves: [`response.${command.kind}`],
  answer: (facts: Facts, actor: Person): Answer =>
    facts.asked && actor.organisationId === OWN ? decided(decideResponse(facts, command, actor, NOW)) : 'NOT_FOUND',
})

const reason = 'Se pide'

export const ANSWERS = walkOf('response', CLASSES, {
  'responses.start': moves({ kind: 'start' }),
  'responses.submitForApproval': moves({ kind: 'submit_for_approval' }),
  'responses.returnToLiaison': moves({ kind: 'return_to_liaison', reason }),
  'responses.send': moves({ kind: 'send' }),
  'responses.declareNone': moves({ kind: 'declare_none' }),
  'responses.withdrawToCorrect': moves({ kind: 'withdraw_to_correct', reason }),
  'responses.reply': moves({ kind: 'reply', replies: [{ reply: 'agrees', reason: '' }] }),
  'responses.sendLate': moves({ kind: 'send_late', reason }),
})
