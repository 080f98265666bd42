import type { ResponseView, RoundRow, RoundView } from '@portal/contracts'
import { ORGANISATIONS } from './organisations.ts'
import { SAMPLE_DUE, SAMPLE_NOW, sampleId } from './sample-id.ts'
import { aTurn } from './turn.ts'

const OPENED = '2017-12-12T15:00:00.000Z'

export const aRoundRow = (changes: Partial<RoundRow> = {}): RoundRow => ({
  id: sampleId(1),
  number: 1,
  status: 'open',
  statusSince: OPENED,
  due: SAMPLE_DUE,
  specificationTitle: 'Especificaciones del Paquete Electoral Postal',
  versionId: sampleId(20),
  versionNumber: 1,
  recipients: 7,
  answered: 4,
  turn: [aTurn()],
  ...changes,
})

export const aResponse = (changes: Partial<ResponseView> = {}): ResponseView => ({
  id: sampleId(10),
  organisation: ORGANISATIONS.chis,
  status: 'drafting',
  statusSince: SAMPLE_NOW,
  openedAt: SAMPLE_NOW,
  sentAt: null,
  sentBy: null,
  folio: null,
  code: null,
  lateReason: null,
  lateAdmitted: null,
  lateJudgement: null,
  observations: 0,
  drafts: 0,
  unreplied: 0,
  recordVersion: 1,
  allowed: [],
  ...changes,
})

/** An open round as the liaison of Chiapas sees it. */
export const aRound = (changes: Partial<RoundView> = {}): RoundView => ({
  id: sampleId(1),
  number: 1,
  status: 'open',
  statusSince: OPENED,
  visibility: 'after_publication',
  message: '',
  rule: { amount: 10, kind: 'natural_days' },
  conformity: null,
  conformityDue: null,
  calendarKey: 'electoral_process',
  specification: { id: sampleId(30), title: 'Especificaciones del Paquete Electoral Postal', illustrative: true },
  version: { id: sampleId(20), number: 1 },
  openedAt: OPENED,
  due: SAMPLE_DUE,
  closedAt: null,
  publishedAt: null,
  matrixHash: null,
  matrixCode: null,
  deadlines: [
    {
      purpose: 'answers',
      due: SAMPLE_DUE,
      explanation: ['El plazo es de 10 días naturales.', 'Vence el lun 25 dic 2017, 24:00, hora del centro de México.'],
      reason: '',
      setBy: { id: 'derfe_coordinator-derfe', name: 'Marisol Quintero Ávila' },
      setAt: OPENED,
    },
  ],
  recipients: 7,
  answered: 4,
  responses: [aResponse()],
  referrals: [],
  turn: [aTurn()],
  observations: 0,
  withoutOutcome: null,
  recordVersion: 2,
  allowed: [],
  ownResponseId: sampleId(10),
  ...changes,
})
