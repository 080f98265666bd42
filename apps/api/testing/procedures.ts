import { randomUUID } from 'node:crypto'
import { AREA_ROLES, type Person, type Role } from '@portal/domain'
import { command, everybody, PEOPLE_READERS, reason, type Expectation, type Subjects } from './expectation.ts'
import { OF_PEOPLE } from './procedures-of-people.ts'
import { OF_OFFLINE } from './procedures-of-offline.ts'

const OPL = ['opl_liaison', 'opl_head'] as const
const COORDINATOR = ['derfe_coordinator'] as const
const HEAD = ['derfe_head'] as const

const owner = (person: Person | null) => person?.organisationId === 'cdmx'
const ownerOrAuditor = (person: Person | null) => owner(person) || person?.role === 'auditor'
const derfeOrAuditor = (person: Person | null) =>
  ['derfe_coordinator', 'derfe_head', 'auditor'].includes(person?.role ?? '')
const notAdministrator = (person: Person | null) => person?.role !== 'administrator'

const plan = {
  recipients: ['cdmx'],
  rule: { amount: 5, kind: 'natural_days' },
  calendarKey: 'electoral_process',
  visibility: 'after_publication',
  conformity: null,
  message: '',
}
const onRound = ({ roundId }: Subjects) => ({ ...command(), roundId, reason })
const onVersion = ({ versionId }: Subjects) => ({ ...command(), versionId, reason })
const onResponse = ({ responseId }: Subjects) => ({ ...command(), responseId, reason })

const forRound = (door: readonly Role[], input: Expectation['input'] = onRound): Expectation => ({
  door,
  input,
  sees: everybody,
})
const forResponse = (door: readonly Role[] = OPL): Expectation => ({ door, input: onResponse, sees: owner })
const forVersion = (more: (subjects: Subjects) => object = () => ({})): Expectation => ({
  door: COORDINATOR,
  input: (subjects) => ({ ...onVersion(subjects), ...more(subjects) }),
  sees: everybody,
})

/** What everybody reads who has a part in a workflow. */
const forReader = (input: Expectation['input']): Expectation => ({
  door: 'signed_in',
  input,
  sees: notAdministrator,
})

/** On observations that were sent: a draft is its OPL's alone, and for others it does not exist. */
const onSent = (door: readonly Role[], more: object): Expectation => ({
  door,
  input: ({ roundId, observationId }) => ({
    key: randomUUID(),
    roundId,
    observations: [{ id: observationId, seen: 999_999 }],
    ...more,
  }),
  sees: () => false,
})

/** Every procedure of the API. One that is missing here, or here and gone, makes the walk fail. */
export const EXPECTATIONS: Record<string, Expectation> = {
  'session.current': { door: 'public', input: () => undefined, sees: everybody },
  ...OF_PEOPLE,
  'directory.organisations': { door: 'signed_in', input: () => undefined, sees: everybody },
  'calendar.list': { door: 'signed_in', input: () => undefined, sees: everybody },
  'calendar.previewDue': {
    door: COORDINATOR,
    input: () => ({ rule: plan.rule, calendarKey: plan.calendarKey }),
    sees: everybody,
  },
  'specifications.list': { door: 'signed_in', input: () => ({}), sees: everybody },
  'specifications.get': forReader(({ specificationId }) => ({ id: specificationId })),
  'specifications.version': forReader(({ versionId }) => ({ id: versionId })),
  'specifications.compare': forReader(({ specificationId }) => ({ specificationId, from: 1, to: 1 })),
  'specifications.clauseHistory': forReader(({ clauseId }) => ({ clauseId })),
  'specifications.create': {
    door: COORDINATOR,
    input: () => ({ key: 'none', title: '', kind: 'pep' }),
    sees: everybody,
  },
  'specifications.importDocument': {
    door: COORDINATOR,
    input: ({ specificationId, uploadId }) => ({ ...command(), specificationId, uploadId }),
    sees: everybody,
  },
  'specifications.correct': forVersion(() => ({ correction: { kind: 'exclude', key: 'x' } })),
  'specifications.index': forVersion(),
  'specifications.attachArtwork': forVersion(({ uploadId }) => ({ element: 'Sobre-PEP', uploadId })),
  'specifications.recordResolution': forVersion(() => ({ number: 'X', body: 'CG', day: null, subject: 'X' })),
  'specifications.withdraw': forVersion(),
  'specifications.promises': {
    door: ['derfe_coordinator', 'derfe_head', 'auditor'],
    input: ({ versionId }) => ({ versionId }),
    sees: everybody,
  },
  'specifications.justifyPromise': forVersion(({ observationId }) => ({ observationId })),
  'specifications.publish': forVersion(),
  'specifications.classify': forVersion(({ clauseId }) => ({
    target: { kind: 'clause', id: clauseId },
    class: 'reserved',
    basis: 'X',
    from: null,
    until: null,
  })),
  'rounds.list': { door: 'signed_in', input: () => ({}), sees: everybody },
  'rounds.get': forReader(({ roundId }) => ({ id: roundId })),
  'rounds.board': forReader(({ roundId }) => ({ id: roundId })),
  'rounds.overview': { ...forReader(({ roundId }) => ({ id: roundId })), sees: derfeOrAuditor },
  'rounds.prepare': forRound(COORDINATOR, ({ versionId }) => ({ ...command(), versionId, ...plan })),
  'rounds.edit': forRound(COORDINATOR, ({ roundId }) => ({ ...command(), roundId, ...plan })),
  'rounds.open': forRound(COORDINATOR),
  'rounds.extend': forRound(COORDINATOR, (subjects) => ({ ...onRound(subjects), rule: plan.rule })),
  'rounds.closeEarly': forRound(COORDINATOR),
  'rounds.judgeLate': forRound(COORDINATOR, (subjects) => ({
    ...onRound(subjects),
    responseId: subjects.responseId,
    admit: true,
  })),
  'rounds.propose': forRound(COORDINATOR),
  'rounds.validate': forRound(HEAD),
  'rounds.returnProposal': forRound(HEAD),
  'rounds.publishEarly': forRound(COORDINATOR),
  'rounds.conclude': forRound(COORDINATOR),
  'rounds.cancel': forRound(COORDINATOR),
  'responses.start': forResponse(),
  'responses.submitForApproval': forResponse(['opl_liaison']),
  'responses.returnToLiaison': forResponse(['opl_head']),
  'responses.send': forResponse(),
  'responses.declareNone': forResponse(),
  'responses.withdrawToCorrect': forResponse(),
  'responses.sendLate': forResponse(),
  'responses.reply': {
    ...forResponse(),
    input: (subjects) => ({
      ...onResponse(subjects),
      replies: [{ observationId: subjects.observationId, reply: 'agrees', reason: '' }],
    }),
  },
  'observations.list': forReader(({ roundId }) => ({ roundId })),
  'observations.get': {
    door: 'signed_in',
    input: ({ observationId }) => ({ id: observationId }),
    sees: ownerOrAuditor,
  },
  'observations.save': {
    door: OPL,
    input: ({ responseId, observationId, clauseId }) => ({
      ...command(),
      id: observationId,
      responseId,
      target: { kind: 'clause', clauseId },
      type: 'form',
      says: '',
      shouldSay: '',
      rationale: '',
      legalBasis: '',
    }),
    sees: owner,
  },
  'observations.discard': {
    door: OPL,
    input: ({ observationId }) => ({ ...command(), id: observationId }),
    sees: owner,
  },
  'observations.dispose': {
    door: COORDINATOR,
    input: ({ observationId }) => ({
      ...command(),
      id: observationId,
      outcome: { disposition: 'accepted', reason: '', agreedText: '', answeredBy: null },
    }),
    // A draft is its OPL's alone: for the coordinator it does not exist.
    sees: () => false,
  },
  'observations.disposeMany': onSent(COORDINATOR, {
    outcome: { disposition: 'accepted', reason: '', agreedText: 'medida exterior' },
  }),
  'observations.undo': {
    door: COORDINATOR,
    input: ({ observationId }) => ({ ...command(), id: observationId }),
    sees: () => false,
  },
  'observations.outcomes': {
    door: ['derfe_coordinator', 'derfe_head', 'auditor'],
    input: ({ observationId }) => ({ id: observationId }),
    sees: ownerOrAuditor,
  },
  'observations.areas': { door: COORDINATOR, input: () => undefined, sees: everybody },
  'observations.refer': onSent(COORDINATOR, { organisationId: 'deceyec', instruction: reason }),
  'observations.recall': onSent(COORDINATOR, { reason }),
  'observations.answerReferral': {
    door: AREA_ROLES,
    input: ({ observationId }) => ({
      ...command(),
      id: observationId,
      outcome: { disposition: 'accepted', reason: '', agreedText: 'medida exterior', answeredBy: null },
    }),
    sees: () => false,
  },
  ...OF_OFFLINE,
  'evidence.trail': forReader(({ roundId }) => ({ recordId: roundId })),
  'evidence.trailChoices': forReader(({ roundId }) => ({ recordId: roundId })),
  'evidence.check': forReader(({ roundId }) => ({ recordId: roundId })),
  'evidence.log': { door: ['auditor'], input: () => ({}), sees: everybody },
  'evidence.logChoices': { door: ['auditor'], input: () => undefined, sees: everybody },
  'evidence.verify': { door: 'public', input: () => ({ code: 'unknown' }), sees: everybody },
  'evidence.verifyFile': { door: 'public', input: () => ({ sha256: '0'.repeat(64) }), sees: everybody },
  'publication.list': { door: 'public', input: () => ({}), sees: everybody },
  // An open round's version is nobody's to read who is not signed in.
  'publication.version': { door: 'public', input: ({ versionId }) => ({ id: versionId }), sees: () => false },
  'publication.rules': { door: PEOPLE_READERS, input: () => undefined, sees: everybody },
  'publication.setRule': {
    door: ['administrator'],
    input: () => ({ ...command(), kind: 'published_matrices', shown: true, basis: 'X', reason }),
    sees: everybody,
  },
  'turn.mine': { door: 'signed_in', input: () => undefined, sees: everybody },
}
