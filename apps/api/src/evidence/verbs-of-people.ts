import { ROLE_NAMES } from '@portal/domain'
import { each, file, list, named, organisation, organisations, type Verb } from './verb.ts'

const PROVIDER = {
  name: 'Proveedor',
  issuer: 'Emisor',
  clientId: 'Identificador de cliente',
  organisations: { label: 'Instituciones', show: organisations },
  domains: { label: 'Dominios', show: list },
  exclusive: 'Solo por el proveedor',
  newSecret: 'Secreto nuevo',
} as const satisfies Verb['details']

const PERSON = { person: 'Persona' } as const satisfies Verb['details']
const BOUND = {
  ...PERSON,
  provider: 'Proveedor',
  issuer: 'Emisor',
  subject: 'Identificador en el emisor',
} as const satisfies Verb['details']
const SESSIONS = { ...PERSON, closed: 'Sesiones que se cerraron' } as const satisfies Verb['details']
const PASSKEY = { passkey: 'Llave de acceso' } as const satisfies Verb['details']

/** What is done about people, their own accounts, and the providers through which they enter. */
export const VERBS_OF_PEOPLE = {
  'people.register': { reads: 'all', details: { name: 'Nombre', email: 'Correo' } },
  'people.appoint': {
    reads: 'all',
    details: {
      personId: null,
      person: 'Persona',
      organisation: { label: 'Institución', show: organisation },
      role: { label: 'Función', show: named(ROLE_NAMES) },
      fromDay: 'Desde',
      untilDay: 'Hasta',
      letter: 'Oficio de designación',
      file: { label: 'Archivo', show: file },
      replaces: 'En sustitución de',
    },
  },
  'people.end': { reads: 'all', details: { person: 'Persona', substitute: 'La sustituye' } },
  'people.offerAccess': { reads: 'all', details: { person: 'Persona' } },
  'people.delegate': {
    reads: 'all',
    details: {
      delegationId: null,
      personId: null,
      person: 'Quien actúa',
      holder: 'En lugar de',
      fromDay: 'Desde',
      untilDay: 'Hasta',
      letter: 'Oficio',
      file: { label: 'Archivo', show: file },
    },
  },
  'people.actFor': { reads: 'all', details: { person: 'Quien actúa', holder: 'En lugar de' } },
  'people.actOwn': { reads: 'all', details: { person: 'Quien actuaba', holder: 'En lugar de' } },
  'people.endDelegation': { reads: 'all', details: { person: 'Quien actuaba', holder: 'En lugar de' } },
  'people.enter': { reads: 'all', details: { person: 'Persona' } },
  'people.resetSecondFactor': { reads: 'all', details: PERSON },
  'people.widenSecondFactor': {
    reads: 'all',
    details: { roles: { label: 'Funciones', show: each(named(ROLE_NAMES)) } },
  },
  'account.changePassword': { reads: 'all', details: SESSIONS },
  'account.closeSessions': { reads: 'all', details: SESSIONS },
  'account.confirmTotp': { reads: 'all', details: SESSIONS },
  'account.removeTotp': { reads: 'all', details: PERSON },
  'account.renewRecoveryCodes': { reads: 'all', details: PERSON },
  'account.useRecoveryCode': { reads: 'all', details: PERSON },
  'account.addPasskey': { reads: 'all', details: { ...SESSIONS, ...PASSKEY } },
  'account.removePasskey': { reads: 'all', details: { ...PERSON, ...PASSKEY } },
  'signOn.register': { reads: 'all', details: PROVIDER },
  'signOn.edit': { reads: 'all', details: PROVIDER },
  'signOn.suspend': { reads: 'all', details: { name: 'Proveedor' } },
  'signOn.resume': { reads: 'all', details: { name: 'Proveedor' } },
  'signOn.bind': { reads: 'all', details: BOUND },
  'signOn.unbind': { reads: 'all', details: BOUND },
} as const satisfies Record<string, Verb>
