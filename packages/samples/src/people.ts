import type { AppointmentRow, DelegationRow, ProviderRow } from '@portal/contracts'
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
  provider: null,
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

export const aDelegation = (changes: Partial<DelegationRow> = {}): DelegationRow => ({
  id: sampleId(921),
  recordVersion: 1,
  person: { id: sampleId(922), name: 'Efraín Bustos Nájera' },
  holder: { id: sampleId(923), name: 'Rodrigo Salvatierra Peña' },
  appointmentId: sampleId(924),
  organisationId: 'derfe',
  role: 'derfe_head',
  fromDay: '2017-12-14',
  untilDay: '2017-12-20',
  letter: 'INE/DERFE/0077/2017',
  letterFile: { id: sampleId(925), name: 'oficio.pdf' },
  reason: 'Comisión de trabajo',
  state: 'in_force',
  endedAt: null,
  endReason: null,
  allowed: ['end'],
  ...changes,
})
