import type { AppointmentRow, ProviderRow } from '@portal/contracts'
import { sampleId } from './sample-id.ts'

export const anAppointment = (changes: Partial<AppointmentRow> = {}): AppointmentRow => ({
  id: sampleId(901),
  recordVersion: 1,
  person: { id: sampleId(902), name: 'Nayeli Gordillo Ruiz', email: 'enlace.chis@demo.test' },
  organisationId: 'chis',
  role: 'opl_liaison',
  fromDay: '2017-09-08',
  untilDay: null,
  letter: 'IEPC/SE/045/2017',
  letterFile: null,
  state: 'in_force',
  endedAt: null,
  endReason: null,
  replaces: null,
  replacedBy: null,
  access: 'active',
  secondFactor: false,
  allowed: ['end', 'offer_access'],
  ...changes,
})

export const aProvider = (changes: Partial<ProviderRow> = {}): ProviderRow => ({
  id: sampleId(911),
  recordVersion: 1,
  name: 'IEPC Jalisco',
  issuer: 'https://idp.iepc.example',
  clientId: 'portal',
  organisationIds: ['jal'],
  domains: ['iepc.example'],
  exclusive: false,
  suspendedAt: null,
  people: 2,
  allowed: ['edit', 'suspend'],
  ...changes,
})
