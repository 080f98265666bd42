import { describe, expect, test } from 'vitest'
import type { Actor, ActorRole } from '../people/actor.ts'
import { SYSTEM } from '../people/actor.ts'
import { isOplRole, ROLES } from '../people/role.ts'
import {
  allowedOnResponse,
  decideResponse,
  RESPONSE_MOVES,
  type ResponseCommand,
  type ResponseCommandKind,
  type ResponseFacts,
} from './response-workflow.ts'
import { RESPONSE_STATUSES, ROUND_STATUSES, type ResponseStatus } from './status.ts'

const DUE = '2017-12-26T06:00:00.000Z'
const REPLY_DUE = '2018-01-03T06:00:00.000Z'
const BEFORE = '2017-12-26T05:59:59.999Z'

const actorOf = (role: ActorRole, organisationId = 'jal'): Actor => {
  if (role === 'system') return SYSTEM
  const person = { personId: `${role}-1`, personName: 'N.', appointmentId: 'a' }
  return isOplRole(role)
    ? { ...person, kind: 'opl', organisationId, role }
    : { ...person, kind: 'ine', organisationId: 'derfe', role }
}

const KINDS = Object.keys(RESPONSE_MOVES) as ResponseCommandKind[]
const command = (kind: ResponseCommandKind) =>
  ({ kind, reason: 'Se corrige el numeral', replies: [] }) as ResponseCommand

const writing = ['drafting', 'withdrawn_to_correct'] as const
const both = ['opl_liaison', 'opl_head'] as const
const same = (statuses: readonly ResponseStatus[]) => statuses.map((status) => [status, status] as const)
const to = (target: ResponseStatus, ...statuses: ResponseStatus[]) => statuses.map((from) => [from, target] as const)

/** The moves of domain section 5, written out once more: whoever changes the workflow changes both. */
const LEGAL: Record<
  ResponseCommandKind,
  { by: readonly ActorRole[]; moves: readonly (readonly [ResponseStatus, ResponseStatus])[] }
> = {
  start: { by: both, moves: to('drafting', 'unopened') },
  save_observation: { by: both, moves: same([...writing, 'no_answer']) },
  discard_observation: { by: both, moves: same([...writing, 'no_answer']) },
  submit_for_approval: { by: ['opl_liaison'], moves: to('internal_approval', ...writing) },
  return_to_liaison: { by: ['opl_head'], moves: to('drafting', 'internal_approval') },
  send: { by: both, moves: to('sent_with_observations', ...writing, 'internal_approval') },
  declare_none: { by: both, moves: to('no_observations', 'unopened', ...writing, 'internal_approval') },
  withdraw_to_correct: {
    by: both,
    moves: to('withdrawn_to_correct', 'sent_with_observations', 'no_observations'),
  },
  send_late: { by: both, moves: to('late', 'no_answer') },
  reply: { by: both, moves: same(['sent_with_observations', 'late']) },
  expire: { by: ['system'], moves: to('no_answer', 'unopened', ...writing, 'internal_approval') },
}

/** Facts under which no guard stands in the way of `kind`: what is left to decide are status, role and OPL. */
function favourable(kind: ResponseCommandKind, status: ResponseStatus): { facts: ResponseFacts; now: string } {
  const late = kind === 'send_late'
  return {
    facts: {
      organisationId: 'jal',
      status,
      roundStatus: late ? 'resolving' : kind === 'reply' ? 'conformity' : 'open',
      due: DUE,
      conformityDue: kind === 'reply' ? REPLY_DUE : null,
      twoLevels: kind === 'submit_for_approval',
      drafts: kind === 'declare_none' ? 0 : 2,
    },
    now: late ? DUE : BEFORE,
  }
}

const facts = (changed: Partial<ResponseFacts>): ResponseFacts => ({
  ...favourable('send', 'drafting').facts,
  ...changed,
})

describe('every status × every command × every role', () => {
  const cases = RESPONSE_STATUSES.flatMap((status) =>
    KINDS.flatMap((kind) => [...ROLES, 'system' as const].map((role) => ({ status, kind, role }))),
  )

  test('are all looked at', () => {
    expect(cases).toHaveLength(RESPONSE_STATUSES.length * KINDS.length * (ROLES.length + 1))
    expect(KINDS).toHaveLength(11)
  })

  test('move exactly as the table says, and otherwise name what is in the way', () => {
    for (const { status, kind, role } of cases) {
      const { facts: given, now } = favourable(kind, status)
      const { by, moves } = LEGAL[kind]
      const move = moves.find(([from]) => from === status)
      const expected = !by.includes(role)
        ? { ok: false, refusal: { code: 'NOT_YOUR_ROLE', role, needed: by[0] } }
        : move
          ? { ok: true, value: { status: move[1] } }
          : { ok: false, refusal: { code: 'WRONG_RESPONSE_STATUS', status } }
      expect(decideResponse(given, command(kind), actorOf(role), now), `${kind} by ${role} on ${status}`).toEqual(
        expected,
      )
    }
  })

  test("nothing of an OPL's answer is moved by another OPL", () => {
    for (const { status, kind, role } of cases.filter(({ role: candidate }) => candidate.startsWith('opl'))) {
      const { facts: given, now } = favourable(kind, status)
      const decided = decideResponse(given, command(kind), actorOf(role, 'mor'), now)
      expect(decided.ok, `${kind} by ${role} of another OPL on ${status}`).toBe(false)
      if (!decided.ok && LEGAL[kind].by.includes(role)) expect(decided.refusal).toEqual({ code: 'NOT_YOUR_OPL' })
    }
  })
})

describe('the reply to what was decided', () => {
  const head = actorOf('opl_head')
  const asked = favourable('reply', 'sent_with_observations').facts
  const refusalOf = (given: ResponseFacts, replied: ResponseCommand, now: string, actor = head) => {
    const decided = decideResponse(given, replied, actor, now)
    return decided.ok ? null : decided.refusal
  }
  const replied = (reply: 'agrees' | 'disagrees', why: string): ResponseCommand => ({
    kind: 'reply',
    replies: [{ reply, reason: why }],
  })

  test('needs a reason only of who disagrees', () => {
    expect(refusalOf(asked, replied('agrees', ''), DUE)).toBeNull()
    expect(refusalOf(asked, replied('disagrees', ' '), DUE)).toEqual({ code: 'REASON_NEEDED' })
    expect(refusalOf(asked, replied('disagrees', 'No se atiende'), DUE)).toBeNull()
  })

  test('comes before the end of the phase, from whoever sends, and in no other status', () => {
    const late = { code: 'LATE', due: REPLY_DUE, now: REPLY_DUE }
    expect(refusalOf(asked, command('reply'), REPLY_DUE)).toEqual(late)
    expect(refusalOf({ ...asked, roundStatus: 'published' }, command('reply'), REPLY_DUE)).toEqual(late)
    const twoLevels = { ...asked, twoLevels: true }
    expect(refusalOf(twoLevels, command('reply'), DUE, actorOf('opl_liaison'))).toEqual({ code: 'HEAD_SENDS' })
    expect(refusalOf(twoLevels, command('reply'), DUE)).toBeNull()
    for (const roundStatus of ROUND_STATUSES.filter((status) => status !== 'conformity'))
      expect(refusalOf({ ...asked, roundStatus }, command('reply'), DUE)).toEqual({
        code: 'ROUND_NOT_OPEN',
        roundStatus,
      })
  })
})

describe('the hour', () => {
  const liaison = actorOf('opl_liaison')
  const refusalOf = (given: ResponseFacts, kind: ResponseCommandKind, now: string, actor = liaison) => {
    const decided = decideResponse(given, command(kind), actor, now)
    return decided.ok ? null : decided.refusal
  }

  test('decides before the status: what arrives at the end is late, whether the round has been closed or not', () => {
    const late = { code: 'LATE', due: DUE, now: DUE }
    for (const kind of ['send', 'declare_none'] as const) {
      const drafts = kind === 'send' ? 1 : 0
      expect(refusalOf(facts({ drafts, roundStatus: 'open' }), kind, DUE)).toEqual(late)
      expect(refusalOf(facts({ drafts, roundStatus: 'resolving', status: 'no_answer' }), kind, DUE)).toEqual(late)
      expect(refusalOf(facts({ drafts }), kind, BEFORE)).toBeNull()
    }
  })

  test('does not turn a second sending into a late one', () => {
    const sent = facts({ status: 'sent_with_observations' })
    expect(refusalOf(sent, 'send', DUE)).toEqual({ code: 'WRONG_RESPONSE_STATUS', status: 'sent_with_observations' })
  })

  test('a late answer comes after the end, while the coordinator resolves', () => {
    const silent = facts({ status: 'no_answer', roundStatus: 'resolving' })
    expect(refusalOf(silent, 'send_late', BEFORE)).toEqual({ code: 'NOT_LATE', due: DUE })
    expect(refusalOf(silent, 'send_late', DUE)).toBeNull()
    for (const roundStatus of ROUND_STATUSES.filter((status) => status !== 'resolving')) {
      expect(refusalOf({ ...silent, roundStatus }, 'send_late', DUE)).toEqual({ code: 'ROUND_NOT_OPEN', roundStatus })
    }
  })

  test('nothing is sent, started or withdrawn in a round that is not open', () => {
    for (const roundStatus of ROUND_STATUSES.filter((status) => status !== 'open')) {
      const refusal = { code: 'ROUND_NOT_OPEN', roundStatus }
      expect(refusalOf(facts({ roundStatus }), 'send', BEFORE)).toEqual(refusal)
      expect(refusalOf(facts({ roundStatus, status: 'unopened' }), 'start', BEFORE)).toEqual(refusal)
      const sent = facts({ roundStatus, status: 'sent_with_observations' })
      expect(refusalOf(sent, 'withdraw_to_correct', BEFORE)).toEqual(refusal)
    }
  })

  test('drafts are written while a round is open or resolved, and never after', () => {
    for (const roundStatus of ROUND_STATUSES) {
      const takesText = roundStatus === 'open' || roundStatus === 'resolving'
      const refusal = takesText ? null : { code: 'ROUND_NOT_OPEN', roundStatus }
      expect(refusalOf(facts({ roundStatus }), 'save_observation', DUE)).toEqual(refusal)
      expect(refusalOf(facts({ roundStatus }), 'discard_observation', DUE)).toEqual(refusal)
    }
  })
})

describe('one level or two', () => {
  test('with two levels the head sends what the liaison prepared', () => {
    const two = facts({ twoLevels: true })
    const refusal = { ok: false, refusal: { code: 'HEAD_SENDS' } }
    expect(decideResponse(two, command('send'), actorOf('opl_liaison'), BEFORE)).toEqual(refusal)
    expect(decideResponse(two, command('send'), actorOf('opl_head'), BEFORE).ok).toBe(true)
    const none = { ...two, drafts: 0 }
    expect(decideResponse(none, command('declare_none'), actorOf('opl_liaison'), BEFORE)).toEqual(refusal)
    const silent = facts({ twoLevels: true, status: 'no_answer', roundStatus: 'resolving' })
    expect(decideResponse(silent, command('send_late'), actorOf('opl_liaison'), DUE)).toEqual(refusal)
    const sent = facts({ twoLevels: true, status: 'sent_with_observations' })
    expect(decideResponse(sent, command('withdraw_to_correct'), actorOf('opl_liaison'), BEFORE)).toEqual(refusal)
  })

  test('with one level there is nobody to approve', () => {
    expect(decideResponse(facts({}), command('submit_for_approval'), actorOf('opl_liaison'), BEFORE)).toEqual({
      ok: false,
      refusal: { code: 'ONE_LEVEL' },
    })
  })
})

describe('what is sent', () => {
  const liaison = actorOf('opl_liaison')

  test('is at least one observation, or that there is none', () => {
    const nothing = { ok: false, refusal: { code: 'NOTHING_TO_SEND' } }
    expect(decideResponse(facts({ drafts: 0 }), command('send'), liaison, BEFORE)).toEqual(nothing)
    const silent = facts({ drafts: 0, status: 'no_answer', roundStatus: 'resolving' })
    expect(decideResponse(silent, command('send_late'), liaison, DUE)).toEqual(nothing)
    expect(decideResponse(facts({ drafts: 3 }), command('declare_none'), liaison, BEFORE)).toEqual({
      ok: false,
      refusal: { code: 'DRAFTS_REMAIN', count: 3 },
    })
  })

  test('is withdrawn, returned and sent late with a reason', () => {
    const blank = (kind: ResponseCommandKind) => ({ kind, reason: '  ' }) as ResponseCommand
    const needed = { ok: false, refusal: { code: 'REASON_NEEDED' } }
    const sent = facts({ status: 'no_observations' })
    expect(decideResponse(sent, blank('withdraw_to_correct'), liaison, BEFORE)).toEqual(needed)
    const waiting = facts({ status: 'internal_approval', twoLevels: true })
    expect(decideResponse(waiting, blank('return_to_liaison'), actorOf('opl_head'), BEFORE)).toEqual(needed)
    const silent = facts({ status: 'no_answer', roundStatus: 'resolving' })
    expect(decideResponse(silent, blank('send_late'), liaison, DUE)).toEqual(needed)
  })

  test('has the buttons that would be granted', () => {
    expect(allowedOnResponse(facts({}), liaison, BEFORE)).toEqual(['save_observation', 'discard_observation', 'send'])
    expect(allowedOnResponse(facts({ status: 'unopened', drafts: 0 }), liaison, BEFORE)).toEqual([
      'start',
      'declare_none',
    ])
    expect(allowedOnResponse(facts({}), actorOf('derfe_coordinator'), BEFORE)).toEqual([])
  })
})
