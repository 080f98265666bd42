import { decideVersion, type VersionCommand, type VersionFacts } from '@portal/domain'
import { after } from './steps.ts'
import { decided, walkOf, type Answer } from './walk.ts'

/** `running`: a round of it is prepared, open, or waits for its matrix. */
type Facts = VersionFacts & { running: boolean }

const version = (status: VersionFacts['status'], facts: Partial<Facts> = {}): Facts => ({
  status,
  indexed: true,
  includedClauses: 3,
  running: false,
  ...facts,
})

const PUBLISHED = ['prepare', 'open', 'declareNone', 'closeEarly', 'propose', 'validate'] as const

const CLASSES = {
  'draft, clauses not confirmed': { facts: version('draft', { indexed: false }), arrange: after('read') },
  draft: { facts: version('draft'), arrange: after() },
  'draft, its round in preparation': { facts: version('draft', { running: true }), arrange: after('prepare') },
  'draft, its round cancelled': { facts: version('draft'), arrange: after('prepare', 'open', 'cancel') },
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

export const VERSIONS = walkOf('version', CLASSES, {
  'specifications.correct': moves({ kind: 'correct' }),
  'specifications.index': moves({ kind: 'index' }),
  'specifications.attachArtwork': moves({ kind: 'attach_artwork' }),
  'specifications.recordResolution': moves({ kind: 'record_resolution', body: 'CG' }),
  'specifications.withdraw': moves({ kind: 'withdraw', reason: 'Se rehace' }),
  'specifications.classify': moves({ kind: 'classify', reason: 'Medidas de seguridad' }),
  'rounds.prepare': {
    ...entering,
    answer: (facts, actor) => (facts.running ? 'ROUND_ALREADY_RUNNING' : entering.answer(facts, actor)),
  },
})
