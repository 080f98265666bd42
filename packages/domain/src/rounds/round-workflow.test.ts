import { describe, expect, test } from 'vitest'
import type { Actor, ActorRole } from '../people/actor.ts'
import { SYSTEM } from '../people/actor.ts'
import { INE_ROLES, ROLES, isOplRole } from '../people/role.ts'
import {
  allowedOnRound,
  decideRound,
  ROUND_MOVES,
  type RoundCommand,
  type RoundCommandKind,
  type RoundFacts,
} from './round-workflow.ts'
import { ROUND_STATUSES, type RoundStatus } from './status.ts'

const DUE = '2017-12-26T06:00:00.000Z'
const BEFORE = '2017-12-26T05:59:59.999Z'
const LATER = '2017-12-30T06:00:00.000Z'

const actorOf = (role: ActorRole, personId = `${role}-1`): Actor => {
  if (role === 'system') return SYSTEM
  const person = { personId, personName: 'N.', appointmentId: 'a', organisationId: isOplRole(role) ? 'jal' : 'derfe' }
  return isOplRole(role) ? { ...person, kind: 'opl', role } : { ...person, kind: 'ine', role }
}

/** The moves of domain section 5, written out once more: whoever changes the workflow changes both. */
const LEGAL: Record<RoundCommandKind, readonly [RoundStatus, ActorRole, RoundStatus][]> = {
  edit: [['preparing', 'derfe_coordinator', 'preparing']],
  open: [['preparing', 'derfe_coordinator', 'open']],
  extend: [['open', 'derfe_coordinator', 'open']],
  close: [['open', 'system', 'resolving']],
  close_early: [['open', 'derfe_coordinator', 'resolving']],
  dispose: [['resolving', 'derfe_coordinator', 'resolving']],
  judge_late: [['resolving', 'derfe_coordinator', 'resolving']],
  propose: [['resolving', 'derfe_coordinator', 'validating']],
  validate: [['validating', 'derfe_head', 'published']],
  return: [['validating', 'derfe_head', 'resolving']],
  publish: [['conformity', 'system', 'published']],
  publish_early: [['conformity', 'derfe_coordinator', 'published']],
  conclude: [['published', 'derfe_coordinator', 'concluded']],
  cancel: [
    ['preparing', 'derfe_coordinator', 'cancelled'],
    ['open', 'derfe_coordinator', 'cancelled'],
    ['resolving', 'derfe_coordinator', 'cancelled'],
  ],
}

const COMMANDS: { [Kind in RoundCommandKind]: Extract<RoundCommand, { kind: Kind }> } = {
  edit: { kind: 'edit' },
  open: { kind: 'open', due: DUE },
  extend: { kind: 'extend', due: LATER, reason: 'Periodo vacacional' },
  close: { kind: 'close' },
  close_early: { kind: 'close_early', reason: 'Contestaron todos' },
  dispose: { kind: 'dispose' },
  judge_late: { kind: 'judge_late', organisationId: 'yuc', reason: 'Falla de red acreditada' },
  propose: { kind: 'propose' },
  validate: { kind: 'validate' },
  return: { kind: 'return', reason: 'Falta fundar la 3' },
  publish: { kind: 'publish' },
  publish_early: { kind: 'publish_early', reason: 'Todos manifestaron conformidad' },
  conclude: { kind: 'conclude' },
  cancel: { kind: 'cancel', reason: 'Se sustituye la versión' },
}
const KINDS = Object.keys(ROUND_MOVES) as RoundCommandKind[]

/** Facts under which no guard stands in the way of `kind`: what is left to decide are status and role. */
function favourable(kind: RoundCommandKind, status: RoundStatus): { facts: RoundFacts; now: string } {
  const late = {
    organisationId: 'yuc',
    status: 'late',
    lateAdmitted: kind === 'judge_late' ? null : true,
    unreplied: 0,
  } as const
  const answered = {
    organisationId: 'jal',
    status: 'sent_with_observations',
    lateAdmitted: null,
    unreplied: 0,
  } as const
  return {
    facts: {
      status,
      due: status === 'preparing' ? null : DUE,
      conformityDue: status === 'conformity' ? DUE : null,
      asksConformity: false,
      counted: 3,
      clauses: 12,
      responses: kind === 'close_early' ? [answered] : [answered, late],
      withoutOutcome: 0,
      proposedBy: ['somebody-else'],
    },
    now: kind === 'close' || kind === 'publish' ? DUE : BEFORE,
  }
}

const facts = (changed: Partial<RoundFacts>): RoundFacts => ({
  ...favourable('propose', 'resolving').facts,
  ...changed,
})

describe('every status × every command × every role', () => {
  const cases = ROUND_STATUSES.flatMap((status) =>
    KINDS.flatMap((kind) => [...ROLES, 'system' as const].map((role) => ({ status, kind, role }))),
  )

  test('are all looked at', () => {
    expect(cases).toHaveLength(ROUND_STATUSES.length * KINDS.length * (ROLES.length + 1))
    expect(KINDS).toHaveLength(14)
  })

  test('move exactly as the table says, and otherwise name what is in the way', () => {
    for (const { status, kind, role } of cases) {
      const { facts: given, now } = favourable(kind, status)
      const legal = LEGAL[kind].find(([from, by]) => from === status && by === role)
      const decided = decideRound(given, COMMANDS[kind], actorOf(role), now)
      const expected = legal
        ? { ok: true, value: { status: legal[2] } }
        : LEGAL[kind].some(([, by]) => by === role)
          ? { ok: false, refusal: { code: 'WRONG_STATUS', status } }
          : { ok: false, refusal: { code: 'NOT_YOUR_ROLE', role, needed: LEGAL[kind][0]?.[1] } }
      expect(decided, `${kind} by ${role} on ${status}`).toEqual(expected)
    }
  })

  test('nobody moves a final round', () => {
    for (const status of ['concluded', 'cancelled'] as const) {
      for (const role of [...ROLES, 'system' as const]) {
        for (const kind of KINDS) {
          const { facts: given, now } = favourable(kind, status)
          expect(decideRound(given, COMMANDS[kind], actorOf(role), now).ok).toBe(false)
        }
      }
    }
  })
})

describe('guards', () => {
  const coordinator = actorOf('derfe_coordinator')
  const head = actorOf('derfe_head')
  const refusalOf = (given: RoundFacts, command: RoundCommand, actor: Actor, now = BEFORE) => {
    const decided = decideRound(given, command, actor, now)
    return decided.ok ? null : decided.refusal
  }

  test('a round opens with clauses, recipients and an end that is still ahead', () => {
    const preparing = facts({ status: 'preparing', due: null })
    expect(refusalOf({ ...preparing, clauses: 0 }, COMMANDS.open, coordinator)).toEqual({ code: 'NO_CLAUSES' })
    expect(refusalOf({ ...preparing, responses: [] }, COMMANDS.open, coordinator)).toEqual({ code: 'NO_RECIPIENTS' })
    expect(refusalOf(preparing, COMMANDS.open, coordinator, DUE)).toEqual({ code: 'DUE_IN_THE_PAST', due: DUE })
  })

  test('an extension moves the end later, with a reason, before the end', () => {
    const open = facts({ status: 'open' })
    expect(refusalOf(open, { ...COMMANDS.extend, reason: ' ' }, coordinator)).toEqual({ code: 'REASON_NEEDED' })
    expect(refusalOf(open, COMMANDS.extend, coordinator, DUE)).toEqual({ code: 'DUE_IN_THE_PAST', due: DUE })
    expect(refusalOf(open, { ...COMMANDS.extend, due: DUE }, coordinator)).toEqual({
      code: 'DUE_NOT_LATER',
      due: DUE,
      current: DUE,
    })
  })

  test('the product closes a round at its end, not a millisecond before', () => {
    const open = facts({ status: 'open' })
    expect(refusalOf(open, COMMANDS.close, SYSTEM, BEFORE)).toEqual({ code: 'NOT_DUE_YET', due: DUE })
    expect(refusalOf(open, COMMANDS.close, SYSTEM, DUE)).toBeNull()
  })

  test('closing early takes the answers of all', () => {
    const silent = [
      { organisationId: 'mor', status: 'withdrawn_to_correct', lateAdmitted: null, unreplied: 0 } as const,
    ]
    const open = facts({ status: 'open', responses: silent })
    expect(refusalOf(open, COMMANDS.close_early, coordinator)).toEqual({ code: 'UNANSWERED', organisationIds: ['mor'] })
  })

  test('a proposal takes an outcome for each observation and a judgement of each late answer', () => {
    const late = [{ organisationId: 'yuc', status: 'late', lateAdmitted: null, unreplied: 0 } as const]
    expect(refusalOf(facts({ withoutOutcome: 2 }), COMMANDS.propose, coordinator)).toEqual({
      code: 'OUTCOMES_MISSING',
      count: 2,
    })
    expect(refusalOf(facts({ responses: late }), COMMANDS.propose, coordinator)).toEqual({
      code: 'LATE_ANSWERS_UNJUDGED',
      organisationIds: ['yuc'],
    })
  })

  test('only a late answer that nobody judged is judged', () => {
    const judge = { ...COMMANDS.judge_late, organisationId: 'jal' }
    const unjudged = favourable('judge_late', 'resolving').facts
    expect(refusalOf(unjudged, judge, coordinator)).toEqual({ code: 'NO_LATE_ANSWER' })
    expect(refusalOf(unjudged, { ...COMMANDS.judge_late, reason: '' }, coordinator)).toEqual({ code: 'REASON_NEEDED' })
    const judged = facts({ responses: [{ organisationId: 'yuc', status: 'late', lateAdmitted: false, unreplied: 0 }] })
    expect(refusalOf(judged, COMMANDS.judge_late, coordinator)).toEqual({ code: 'NO_LATE_ANSWER' })
  })

  test('nobody validates what the same person proposed', () => {
    const validating = facts({ status: 'validating', proposedBy: ['derfe_head-1'] })
    expect(refusalOf(validating, COMMANDS.validate, head)).toEqual({ code: 'SAME_PERSON_PROPOSED' })
    expect(refusalOf(validating, COMMANDS.validate, actorOf('derfe_head', 'another'))).toBeNull()
  })

  test('what is validated is published after the conformity phase where the plan has one and somebody observed', () => {
    const validated = (changed: Partial<RoundFacts>) =>
      decideRound(facts({ status: 'validating', ...changed }), COMMANDS.validate, head, BEFORE)
    expect(validated({ asksConformity: true })).toEqual({ ok: true, value: { status: 'conformity' } })
    expect(validated({ asksConformity: true, counted: 0 })).toEqual({ ok: true, value: { status: 'published' } })
    expect(validated({})).toEqual({ ok: true, value: { status: 'published' } })
  })

  test('the conformity phase ends at its end, or before once all have replied, with a reason', () => {
    const asked = facts({ status: 'conformity', conformityDue: DUE })
    expect(refusalOf(asked, COMMANDS.publish, SYSTEM, BEFORE)).toEqual({ code: 'NOT_DUE_YET', due: DUE })
    expect(refusalOf(asked, COMMANDS.publish, SYSTEM, DUE)).toBeNull()
    const silent = {
      organisationId: 'jal',
      status: 'sent_with_observations',
      lateAdmitted: null,
      unreplied: 2,
    } as const
    expect(refusalOf({ ...asked, responses: [silent] }, COMMANDS.publish_early, coordinator)).toEqual({
      code: 'UNREPLIED',
      organisationIds: ['jal'],
    })
    expect(refusalOf(asked, { kind: 'publish_early', reason: '' }, coordinator)).toEqual({ code: 'REASON_NEEDED' })
  })

  test('returning and cancelling take a reason', () => {
    expect(refusalOf(facts({ status: 'validating' }), { kind: 'return', reason: '\n' }, head)).toEqual({
      code: 'REASON_NEEDED',
    })
    expect(refusalOf(facts({ status: 'open' }), { kind: 'cancel', reason: '' }, coordinator)).toEqual({
      code: 'REASON_NEEDED',
    })
  })
})

describe('the buttons of a round', () => {
  test('are those that would be granted', () => {
    const given = favourable('judge_late', 'resolving').facts
    expect(allowedOnRound(given, actorOf('derfe_coordinator'), DUE)).toEqual(['dispose', 'judge_late', 'cancel'])
    expect(allowedOnRound(facts({}), actorOf('derfe_coordinator'), DUE)).toEqual(['dispose', 'propose', 'cancel'])
    expect(allowedOnRound(facts({ status: 'validating' }), actorOf('derfe_head'), DUE)).toEqual(['validate', 'return'])
  })

  test('are none for those who only read', () => {
    const readers = INE_ROLES.filter((role) => !['derfe_coordinator', 'derfe_head'].includes(role))
    for (const role of readers) {
      for (const status of ROUND_STATUSES) expect(allowedOnRound(facts({ status }), actorOf(role), BEFORE)).toEqual([])
    }
  })
})
