import { randomUUID } from 'node:crypto'
import type { Person, Role } from '@portal/domain'

/** What the walk calls every procedure with: records of IECM, still in draft, in a round sent to all seven. */
export type Subjects = {
  specificationId: string
  versionId: string
  roundId: string
  responseId: string
  observationId: string
  clauseId: string
  uploadId: string
}

export type Expectation = {
  /** Roles that pass the door; the others are forbidden, whatever they send. */
  door: 'public' | 'own_account' | 'signed_in' | readonly Role[]
  input: (subjects: Subjects) => unknown
  /** Of those who pass the door, null without a session: who may see the subject. To the others it does not exist. */
  sees: (person: Person | null) => boolean
}

const OPL = ['opl_liaison', 'opl_head'] as const
const COORDINATOR = ['derfe_coordinator'] as const
const HEAD = ['derfe_head'] as const

const PEOPLE_READERS = ['administrator', 'auditor'] as const

const everybody = () => true
const owner = (person: Person | null) => person?.organisationId === 'cdmx'
const ownerOrAuditor = (person: Person | null) => owner(person) || person?.role === 'auditor'
const notAdministrator = (person: Person | null) => person?.role !== 'administrator'

/** No act goes through: nobody has seen a record at this version. */
const command = () => ({ key: randomUUID(), seen: 999_999 })
const plan = {
  recipients: ['cdmx'],
  rule: { amount: 5, kind: 'natural_days' },
  calendarKey: 'electoral_process',
  visibility: 'after_publication',
  message: '',
}
const reason = 'Se pide para la prueba.'
const appointed = {
  name: 'Alguien',
  email: 'alguien@portal.example',
  fromDay: '2017-12-14',
  untilDay: null,
  letter: 'Oficio 1',
  letterUploadId: null,
}
/** Nothing is asked of anybody: this is no address for a provider. */
const provider = {
  name: 'Nadie',
  issuer: 'http://nobody.example',
  clientId: 'portal',
  organisationIds: ['none'],
  domains: ['nobody.example'],
  exclusive: false,
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

/** One's own account: whatever it names is somebody's own, and what is not theirs is not there. */
const ownAccount = (input?: object): Expectation => ({ door: 'own_account', input: () => input, sees: everybody })

/** Every procedure of the API. One that is missing here, or here and gone, makes the walk fail. */
/** An administrator's act on a person, or on who they are at a provider. */
const OF_NOBODY: Expectation = {
  door: ['administrator'],
  input: () => ({ key: randomUUID(), personId: randomUUID(), providerId: randomUUID(), reason }),
  sees: () => false,
}

export const EXPECTATIONS: Record<string, Expectation> = {
  'session.current': { door: 'public', input: () => undefined, sees: everybody },
  'account.get': ownAccount(),
  'account.changePassword': ownAccount({ password: '', newPassword: '' }),
  'account.closeSession': { ...ownAccount({ id: 'none' }), sees: () => false },
  'account.closeOthers': ownAccount(),
  'account.offerTotp': ownAccount({ password: '' }),
  'account.confirmTotp': { ...ownAccount({ code: '' }), sees: () => false },
  'account.removeTotp': ownAccount({ password: '' }),
  'account.renewRecoveryCodes': ownAccount({ password: '' }),
  'account.offerPasskey': ownAccount({ password: '' }),
  'account.addPasskey': ownAccount({ name: 'Teléfono', credential: {} }),
  'account.removePasskey': ownAccount({ id: randomUUID(), password: '' }),
  'directory.organisations': { door: 'signed_in', input: () => undefined, sees: everybody },
  'people.list': { door: PEOPLE_READERS, input: () => ({}), sees: everybody },
  'people.invite': {
    door: ['administrator'],
    input: () => ({ key: randomUUID(), organisationId: 'none', role: 'opl_liaison', ...appointed }),
    sees: () => false,
  },
  'people.end': {
    door: ['administrator'],
    input: () => ({ ...command(), appointmentId: randomUUID(), reason }),
    sees: () => false,
  },
  'people.substitute': {
    door: ['administrator'],
    input: () => ({ ...command(), appointmentId: randomUUID(), reason, ...appointed }),
    sees: () => false,
  },
  'people.offerAccess': OF_NOBODY,
  'people.resetSecondFactor': OF_NOBODY,
  'people.secondFactorPolicy': { door: PEOPLE_READERS, input: () => undefined, sees: everybody },
  'people.widenSecondFactor': {
    door: ['administrator'],
    input: () => ({ key: randomUUID(), roles: ['administrator'], reason }),
    sees: everybody,
  },
  'people.delegations': { door: PEOPLE_READERS, input: () => ({}), sees: everybody },
  'people.standIns': {
    door: ['administrator'],
    input: () => ({ appointmentId: randomUUID() }),
    sees: everybody,
  },
  'people.delegate': {
    door: ['administrator'],
    input: () => ({
      key: randomUUID(),
      appointmentId: randomUUID(),
      personId: 'nobody',
      fromDay: '2017-12-14',
      untilDay: '2017-12-14',
      letter: 'Oficio 1',
      letterUploadId: null,
      reason,
    }),
    sees: () => false,
  },
  'people.endDelegation': {
    door: ['administrator'],
    input: () => ({ ...command(), delegationId: randomUUID(), reason }),
    sees: () => false,
  },
  'people.ownDelegations': { door: 'signed_in', input: () => undefined, sees: everybody },
  'signOn.offers': { door: 'public', input: () => undefined, sees: everybody },
  'signOn.providers': { door: PEOPLE_READERS, input: () => undefined, sees: everybody },
  'signOn.register': {
    door: ['administrator'],
    input: () => ({ key: randomUUID(), ...provider, clientSecret: 'x' }),
    sees: everybody,
  },
  'signOn.edit': {
    door: ['administrator'],
    input: () => ({ ...command(), providerId: randomUUID(), ...provider, clientSecret: null }),
    sees: () => false,
  },
  'signOn.suspend': {
    door: ['administrator'],
    input: () => ({ ...command(), providerId: randomUUID(), reason }),
    sees: () => false,
  },
  'signOn.unbind': OF_NOBODY,
  'signOn.resume': {
    door: ['administrator'],
    input: () => ({ ...command(), providerId: randomUUID(), reason }),
    sees: () => false,
  },
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
  'rounds.conclude': forRound(COORDINATOR),
  'rounds.cancel': forRound(COORDINATOR),
  'responses.start': forResponse(),
  'responses.submitForApproval': forResponse(['opl_liaison']),
  'responses.returnToLiaison': forResponse(['opl_head']),
  'responses.send': forResponse(),
  'responses.declareNone': forResponse(),
  'responses.withdrawToCorrect': forResponse(),
  'responses.sendLate': forResponse(),
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
