import { WIRE_CODES, type Refusal, type RefusalCode } from '@portal/contracts'
import { describe, expect, test } from 'vitest'
import { explain } from './explain.ts'

/** More facts than any refusal carries, so that each finds its own. */
const FACTS = {
  signature: 'Eicar-Signature',
  recordVersion: 3,
  roundId: 'r',
  number: 12,
  type: 'image/png',
  limit: 52_428_800,
  size: 90_000_000,
  unit: 'bytes',
  amount: 400,
  least: 1,
  most: 365,
  value: '?',
  calendar: 'ordinary',
  role: 'opl_liaison',
  needed: 'derfe_head',
  due: '2017-12-26T06:00:00.000Z',
  current: '2017-12-26T06:00:00.000Z',
  now: '2017-12-26T06:00:01.000Z',
  organisationIds: ['chis', 'jal'],
  organisationId: 'chis',
  why: 'common',
  count: 2,
  key: 'c1',
  at: 4,
  longest: 60,
  roundStatus: 'resolving',
  provider: 'IEPC Jalisco',
  domain: 'iepc.example',
  gaps: ['NO_REASON'],
}
const STATUS: Partial<Record<RefusalCode, string>> = {
  WRONG_STATUS: 'open',
  WRONG_RESPONSE_STATUS: 'drafting',
  WRONG_VERSION_STATUS: 'in_round',
  WRONG_OBSERVATION_STATUS: 'referred',
}

/** Facts that other refusals use in another way. */
const OTHERWISE: Partial<Record<RefusalCode, object>> = { PROVIDER_NOT_ANSWERING: { why: 'unreachable' } }

const refusals = (Object.keys(WIRE_CODES) as RefusalCode[]).map(
  (code) => ({ ...FACTS, ...OTHERWISE[code], status: STATUS[code], code }) as unknown as Refusal,
)

describe('every refusal is said in words', () => {
  test.each(refusals)('$code', (refusal) => {
    const sentence = explain(refusal)
    expect(sentence).toMatch(/^[A-ZÁÉÍÓÚ].{14,}[.]$/)
    expect(sentence).not.toMatch(/undefined|NaN|null|\[object|[A-Z]+_[A-Z]/)
  })
})

test('organisations are called by their names', () => {
  const names: Record<string, string> = { chis: 'IEPC Chiapas', jal: 'IEPC Jalisco' }
  expect(explain({ code: 'UNANSWERED', organisationIds: ['chis', 'jal'] }, (id) => names[id] ?? id)).toBe(
    'Falta que contesten IEPC Chiapas e IEPC Jalisco. La ronda sigue abierta.',
  )
})

test('late says when the deadline was, when the request arrived, and that drafts are kept', () => {
  const late = { code: 'LATE', due: '2017-12-26T06:00:00.000Z', now: '2017-12-26T06:00:00.000Z' } as const
  expect(explain(late)).toBe(
    'El plazo venció el lun 25 dic 2017, 24:00 y su envío llegó el mar 26 dic 2017, 00:00. Sus borradores se conservan: puede enviarlos fuera de plazo con un motivo.',
  )
})
