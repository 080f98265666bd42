import type { MyTurnView, TurnRow, TurnView } from '@portal/contracts'
import { SAMPLE_DUE, sampleId } from './sample-id.ts'

export const aTurn = (changes: Partial<TurnView> = {}): TurnView => ({
  organisationId: 'chis',
  role: 'opl_liaison',
  reason: 'answer',
  since: '2017-12-12T15:00:00.000Z',
  due: SAMPLE_DUE,
  ...changes,
})

export const aTurnRow = (changes: Partial<TurnRow> = {}): TurnRow => ({
  recordId: sampleId(1),
  recordKind: 'round',
  title: 'Especificaciones del PEP, versión 1, ronda 1',
  status: 'open',
  turn: aTurn(),
  ...changes,
})

export const aMyTurn = (changes: Partial<MyTurnView> = {}): MyTurnView => ({
  mine: [],
  waiting: [],
  soon: [],
  ...changes,
})
