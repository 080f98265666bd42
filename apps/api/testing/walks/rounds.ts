import { decideRound, type Actor, type ResponseStatus, type RoundCommand, type RoundFacts } from '@portal/domain'
import { after } from './steps.ts'
import { AHEAD, decided, FURTHER_AHEAD, NOW, OTHER, OWN, PAST, walkOf } from './walk.ts'

/** A round of two OPL: the other one has answered, the own one stands as told. */
const round = (status: RoundFacts['status'], own: ResponseStatus, facts: Partial<RoundFacts> = {}): RoundFacts => ({
  status,
  due: status === 'open' ? AHEAD : PAST,
  conformityDue: status === 'conformity' ? AHEAD : null,
  asksConformity: status === 'conformity',
  counted: 1,
  clauses: 3,
  responses: [
    { organisationId: OWN, status: own, lateAdmitted: null, unreplied: 0 },
    { organisationId: OTHER, status: 'no_observations', lateAdmitted: null, unreplied: 0 },
  ],
  withoutOutcome: 0,
  proposedBy: [],
  ...facts,
})

const SENT = ['prepare', 'open', 'start', 'observe', 'send'] as const
const DISPOSED = [...SENT, 'close', 'dispose'] as const
const LATE = ['prepare', 'open', 'start', 'observe', 'close', 'sendLate'] as const
const PUBLISHED = [...DISPOSED, 'propose', 'validate'] as const

const ASKED = ['askConformity', ...DISPOSED, 'propose', 'validate'] as const
const asked = round('conformity', 'sent_with_observations')

const CLASSES = {
  preparing: { facts: round('preparing', 'unopened', { due: null }), arrange: after('prepare') },
  open: { facts: round('open', 'unopened'), arrange: after('prepare', 'open') },
  'open, all have answered': { facts: round('open', 'sent_with_observations'), arrange: after(...SENT) },
  'open, its end has come': {
    facts: round('open', 'unopened', { due: PAST }),
    arrange: after('prepare', 'open', 'end'),
  },
  'resolving, outcomes missing': {
    facts: round('resolving', 'sent_with_observations', { withoutOutcome: 1 }),
    arrange: after(...SENT, 'close'),
  },
  'resolving, late answer not judged': { facts: round('resolving', 'late'), arrange: after(...LATE) },
  resolving: { facts: round('resolving', 'sent_with_observations'), arrange: after(...DISPOSED) },
  validating: {
    facts: round('validating', 'sent_with_observations', { proposedBy: ['who coordinates'] }),
    arrange: after(...DISPOSED, 'propose'),
  },
  conformity: {
    facts: {
      ...asked,
      responses: asked.responses.map((one) => ({ ...one, unreplied: one.organisationId === OWN ? 1 : 0 })),
    },
    arrange: after(...ASKED),
  },
  'conformity, all have replied': { facts: asked, arrange: after(...ASKED, 'agree') },
  published: { facts: round('published', 'sent_with_observations'), arrange: after(...PUBLISHED) },
  concluded: { facts: round('concluded', 'sent_with_observations'), arrange: after(...PUBLISHED, 'conclude') },
  cancelled: { facts: round('cancelled', 'unopened'), arrange: after('prepare', 'open', 'cancel') },
}

const reason = 'Se pide'
/** With it the version goes where its round takes it. */
const moves = (command: RoundCommand, ofVersion: readonly string[] = []) => ({
  moves: [`round.${command.kind}`, ...ofVersion],
  answer: (facts: RoundFacts, actor: Actor) => decided(decideRound(facts, command, actor, NOW)),
})

export const ROUNDS = walkOf('round', CLASSES, {
  'rounds.edit': moves({ kind: 'edit' }),
  'rounds.open': moves({ kind: 'open', due: AHEAD }, ['version.enter_round']),
  'rounds.extend': moves({ kind: 'extend', due: FURTHER_AHEAD, reason }),
  'rounds.closeEarly': moves({ kind: 'close_early', reason }),
  'rounds.judgeLate': { ...moves({ kind: 'judge_late', organisationId: OWN, reason }), seen: 'response' },
  'rounds.propose': moves({ kind: 'propose' }),
  'rounds.validate': moves({ kind: 'validate' }, ['version.publish_matrix']),
  'rounds.publishEarly': moves({ kind: 'publish_early', reason }),
  'rounds.returnProposal': moves({ kind: 'return', reason }),
  'rounds.conclude': moves({ kind: 'conclude' }),
  'rounds.cancel': moves({ kind: 'cancel', reason }, ['version.leave_round']),
})
