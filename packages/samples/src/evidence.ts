import type { ActDone, EventView, VerifyView } from '@portal/contracts'
import { SAMPLE_NOW, sampleId } from './sample-id.ts'

const HASH = 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c'

export const anEvent = (changes: Partial<EventView> = {}): EventView => ({
  id: '1',
  seq: 1,
  recordId: sampleId(1),
  recordKind: 'round',
  verb: 'rounds.open',
  at: SAMPLE_NOW,
  person: { id: 'derfe_coordinator-derfe', name: 'Marisol Quintero Ávila' },
  role: 'derfe_coordinator',
  organisation: 'DERFE',
  reason: null,
  folio: 'ACU/DERFE/2017/0001',
  code: 'Zm9saW8tZGUtcHJ1ZWJh',
  details: [],
  hash: HASH,
  ...changes,
})

type Found = Exclude<VerifyView, { result: 'unknown' }>

export const aVerification = (changes: Partial<Found> = {}): Found => ({
  result: 'genuine',
  folio: 'ACU/CHIS/2017/0003',
  act: 'Envío de observaciones',
  organisation: 'IEPC Chiapas',
  subject: 'Especificaciones del PEP, versión 1, ronda 1',
  at: SAMPLE_NOW,
  hash: HASH,
  files: [],
  illustrative: true,
  since: null,
  supersededBy: null,
  ...changes,
})

export const aDone = (changes: Partial<ActDone> = {}): ActDone => ({
  recordId: sampleId(1),
  recordVersion: 3,
  folio: null,
  code: null,
  ...changes,
})
