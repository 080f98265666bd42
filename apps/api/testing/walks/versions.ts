import { decideVersion, type VersionCommand, type VersionFacts } from '@portal/domain'
import { after } from './steps.ts'
import { decided, walkOf, type Answer } from './walk.ts'

/** `running`: a round of it is prepared, open, or waits for its matrix; `promised`: what was accepted is not found in it. */
type Facts = VersionFacts & { running: boolean; promised: boolean }

const version = (status: VersionFacts['status'], facts: Partial<Facts> = {}): Facts => ({
  status,
  indexed: true,
  includedClauses: 3,
  followsMatrix: false,
  brokenPromises: 0,
  running: false,
  promised: false,
  ...facts,
})

const PUBLISHED = ['prepare', 'open', 'declareNone', 'closeEarly', 'propose', 'validate'] as const

const PROMISED = ['prepare', 'open', 'start', 'observe', 'send', 'close', 'dispose', 'propose', 'validate'] as const

const CLASSES = {
  'draft, clauses not confirmed': { facts: version('draft', { indexed: false }), arrange: after('read') },
  draft: { facts: version('draft'), arrange: after() },
  'draft, its round in preparation': { facts: version('draft', { running: true }), arrange: after('prepare') },
  'draft, its round cancelled': { facts: version('draft'), arrange: after('prepare', 'open', 'cancel') },
  'draft, a promise not found in it': {
    facts: version('draft', { followsMatrix: true, brokenPromises: 1, promised: true }),
    arrange: after(...PROMISED, 'follow'),
  },
  'draft, the promise justified': {
    facts: version('draft', { followsMatrix: true, promised: true }),
    arrange: after(...PROMISED, 'follow', 'justify'),
  },
  'working, published after a matrix': {
    facts: version('working', { followsMatrix: true }),
    arrange: after(...PROMISED, 'follow', 'justify', 'publish'),
  },
  in_round: { facts: version('in_round', { running: true }), arrange: after('prepare', 'open') },
  working: { facts: version('working'), arrange: after(...PUBLISHED) },
  approved: { facts: version('approved'), arrange: after(...PUBLISHED, 'approve') },
  in_force: { facts: version('in_force'), arrange: after(...PUBLISHED, 'approve', 'enterIntoForce') },
  superseded: { facts: version('superseded'), arrange: after(...PUBLISHED, 'approve', 'supersede') },
  withdrawn: { facts: version('withdrawn'), arrange: after('withdrawVersion') },
}

const moves = (command: VersionCommand) => ({
  moves: [`version.${command.kind}`],
  answer: (facts: Facts, actor: Parameters<typeof decideVersion>[2]): Answer =>
    decided(decideVersion(facts, command, actor)),
})

const entering = moves({ kind: 'enter_round' })
const justifying = moves({ kind: 'justify_promise', reason: 'Se atiende en el plano' })
const publishing = moves({ kind: 'publish' })

export const VERSIONS = walkOf('version', CLASSES, {
  'specifications.correct': moves({ kind: 'correct' }),
  'specifications.index': moves({ kind: 'index' }),
  'specifications.attachArtwork': moves({ kind: 'attach_artwork' }),
  'specifications.recordResolution': moves({ kind: 'record_resolution', body: 'CG' }),
  'specifications.withdraw': moves({ kind: 'withdraw', reason: 'Se rehace' }),
  'specifications.classify': moves({ kind: 'classify', reason: 'Medidas de seguridad' }),
  'specifications.justifyPromise': {
    ...justifying,
    answer: (facts, actor) => {
      const answer = justifying.answer(facts, actor)
      return answer === 'done' && !facts.promised ? 'NOT_FOUND' : answer
    },
  },
  'specifications.publish': {
    ...publishing,
    answer: (facts, actor) => (facts.status === 'in_round' ? 'ROUND_ALREADY_RUNNING' : publishing.answer(facts, actor)),
  },
  'rounds.prepare': {
    ...entering,
    answer: (facts, actor) => (facts.running ? 'ROUND_ALREADY_RUNNING' : entering.answer(facts, actor)),
  },
})
