import type { AccountView, OwnSession } from '@portal/contracts'
import { SAMPLE_NOW, sampleId } from './sample-id.ts'

export const anOwnSession = (changes: Partial<OwnSession> = {}): OwnSession => ({
  id: 'session-1',
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
  address: '10.1.2.3',
  since: SAMPLE_NOW,
  lastSeen: SAMPLE_NOW,
  method: 'password',
  secondFactor: null,
  current: true,
  ...changes,
})

export const anAccount = (changes: Partial<AccountView> = {}): AccountView => ({
  name: 'Nayeli Gordillo Ruiz',
  email: 'enlace.chis@demo.test',
  hasPassword: true,
  sessions: [anOwnSession()],
  totpSince: null,
  recoveryCodesLeft: 0,
  passkeys: [],
  compulsory: false,
  ...changes,
})

export const aPasskey = (name = 'Teléfono'): AccountView['passkeys'][number] => ({
  id: sampleId(910),
  name,
  createdAt: SAMPLE_NOW,
  lastUsedAt: null,
})
