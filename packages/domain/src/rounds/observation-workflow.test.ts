import { describe, expect, test } from 'vitest'
import type { Actor, ActorRole } from '../people/actor.ts'
import { isOplRole, ROLES } from '../people/role.ts'
import { OBSERVATION_STATUSES, type Outcome } from './observation.ts'
import {
  allowedOnObservation,
  AREA_ROLES,
  decideObservation,
  isAreaRole,
  OBSERVATION_MOVES,
  type ObservationCommand,
  type ObservationFacts,
} from './observation-workflow.ts'
import { RESPONSE_STATUSES, ROUND_STATUSES } from './status.ts'

const AREA = 'deceyec'
const accepted: Outcome = { disposition: 'accepted', reason: '', agreedText: 'Como se pide', answeredBy: null }
const COMMANDS: readonly ObservationCommand[] = [
  { kind: 'dispose' },
  { kind: 'undo', before: accepted },
  { kind: 'refer', instruction: 'Opine sobre la redacción' },
  { kind: 'recall', reason: 'Se resuelve aquí' },
  { kind: 'answer_referral', outcome: accepted },
]

function actorAs(role: ActorRole, organisationId = isAreaRole(role) ? AREA : 'derfe'): Actor {
  if (role === 'system') return { kind: 'system', role }
  const person = { personId: 'p', personName: 'N.', appointmentId: 'a' }
  return isOplRole(role)
    ? { ...person, kind: 'opl', role, organisationId: 'jal' }
    : { ...person, kind: 'ine', role, organisationId }
}

const facts = (changes: Partial<ObservationFacts> = {}): ObservationFacts => ({
  number: 7,
  status: 'received',
  roundStatus: 'resolving',
  responseStatus: 'sent_with_observations',
  lateAdmitted: null,
  referredTo: AREA,
  hasOutcome: false,
  ...changes,
})

describe('every command in every status of an observation and of its round, as every role', () => {
  const PASS: Record<ObservationCommand['kind'], { by: readonly ActorRole[]; from: readonly string[]; to: string }> = {
    dispose: { by: ['derfe_coordinator'], from: ['received', 'proposed'], to: 'proposed' },
    undo: { by: ['derfe_coordinator'], from: ['received', 'proposed'], to: 'proposed' },
    refer: { by: ['derfe_coordinator'], from: ['received', 'proposed'], to: 'referred' },
    recall: { by: ['derfe_coordinator'], from: ['referred'], to: 'received' },
    answer_referral: { by: AREA_ROLES, from: ['referred'], to: 'proposed' },
  }

  test('goes where the table says, and is refused everywhere else', () => {
    let passed = 0
    for (const command of COMMANDS) {
      const { by, from, to } = PASS[command.kind]
      for (const role of [...ROLES, 'system'] as const) {
        for (const roundStatus of ROUND_STATUSES) {
          for (const status of OBSERVATION_STATUSES) {
            const decided = decideObservation(
              facts({ status, roundStatus, hasOutcome: command.kind === 'undo' }),
              command,
              actorAs(role),
            )
            const expected = !by.includes(role)
              ? 'NOT_YOUR_ROLE'
              : roundStatus !== 'resolving'
                ? 'WRONG_STATUS'
                : from.includes(status)
                  ? to
                  : 'WRONG_OBSERVATION_STATUS'
            const answer = decided.ok ? decided.value.status : decided.refusal.code
            expect(answer, `${command.kind} as ${role}, ${status} in ${roundStatus}`).toBe(expected)
            passed += decided.ok ? 1 : 0
          }
        }
      }
    }
    expect(passed).toBe(2 + 2 + 2 + 1 + AREA_ROLES.length)
  })

  test('is offered where it is decided', () => {
    for (const role of ROLES) {
      for (const status of OBSERVATION_STATUSES) {
        const expected = COMMANDS.filter((command) => decideObservation(facts({ status }), command, actorAs(role)).ok)
        expect(allowedOnObservation(facts({ status }), actorAs(role))).toEqual(expected.map(({ kind }) => kind))
      }
    }
    expect(COMMANDS.map(({ kind }) => kind)).toEqual(Object.keys(OBSERVATION_MOVES))
  })
})

test('what came late is nobody’s to decide until it is admitted', () => {
  for (const responseStatus of RESPONSE_STATUSES) {
    for (const lateAdmitted of [null, false, true]) {
      for (const command of COMMANDS.slice(0, 3)) {
        const late = facts({ responseStatus, lateAdmitted, hasOutcome: true })
        const { ok } = decideObservation(late, command, actorAs('derfe_coordinator'))
        expect(ok).toBe(responseStatus !== 'late' || lateAdmitted === true)
      }
    }
  }
})

test('what was recalled stands where it stood', () => {
  const recalled = (hasOutcome: boolean) =>
    decideObservation(
      facts({ status: 'referred', hasOutcome }),
      { kind: 'recall', reason: 'Se resuelve aquí' },
      actorAs('derfe_coordinator'),
    )
  expect(recalled(false)).toEqual({ ok: true, value: { status: 'received' } })
  expect(recalled(true)).toEqual({ ok: true, value: { status: 'proposed' } })
})

test('the outcome that stands is taken back, to the one before it or to none; without one there is nothing to undo', () => {
  const undone = (hasOutcome: boolean, before: Outcome | null) =>
    decideObservation(
      facts({ status: hasOutcome ? 'proposed' : 'received', hasOutcome }),
      { kind: 'undo', before },
      actorAs('derfe_coordinator'),
    )
  expect(undone(true, accepted)).toEqual({ ok: true, value: { status: 'proposed' } })
  expect(undone(true, null)).toEqual({ ok: true, value: { status: 'received' } })
  expect(undone(false, null)).toEqual({ ok: false, refusal: { code: 'NOTHING_TO_UNDO' } })
})

test('only the area that was asked answers, and completely', () => {
  const answered = (organisationId: string, outcome: Outcome) =>
    decideObservation(
      facts({ status: 'referred' }),
      { kind: 'answer_referral', outcome },
      actorAs('area_responder', organisationId),
    )
  expect(answered('cncs', accepted)).toEqual({ ok: false, refusal: { code: 'NOT_YOUR_REFERRAL' } })
  expect(answered(AREA, { ...accepted, disposition: 'rejected' })).toEqual({
    ok: false,
    refusal: { code: 'OUTCOME_INCOMPLETE', gaps: ['NO_REASON'] },
  })
})

test('nothing is referred without an instruction, nor recalled without a reason', () => {
  const coordinator = actorAs('derfe_coordinator')
  expect(decideObservation(facts(), { kind: 'refer', instruction: ' ' }, coordinator)).toMatchObject({
    refusal: { code: 'INSTRUCTION_NEEDED' },
  })
  expect(decideObservation(facts({ status: 'referred' }), { kind: 'recall', reason: '' }, coordinator)).toMatchObject({
    refusal: { code: 'REASON_NEEDED' },
  })
})
