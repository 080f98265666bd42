import { randomUUID } from 'node:crypto'
import { command, everybody, PEOPLE_READERS, reason, type Expectation } from './expectation.ts'

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
/** One's own account: whatever it names is somebody's own, and what is not theirs is not there. */
const ownAccount = (input?: object): Expectation => ({ door: 'own_account', input: () => input, sees: everybody })

/** An administrator's act on a person, or on who they are at a provider. */
const OF_NOBODY: Expectation = {
  door: ['administrator'],
  input: () => ({ key: randomUUID(), personId: randomUUID(), providerId: randomUUID(), reason }),
  sees: () => false,
}

export const OF_PEOPLE: Record<string, Expectation> = {
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
}
