import { describe, expect, test } from 'vitest'
import type { Actor, ActorRole } from '../people/actor.ts'
import { SYSTEM } from '../people/actor.ts'
import { isOplRole, ROLES } from '../people/role.ts'
import {
  allowedOnVersion,
  decideVersion,
  VERSION_MOVES,
  VERSION_STATUSES,
  type VersionCommand,
  type VersionCommandKind,
  type VersionFacts,
  type VersionStatus,
} from './version-workflow.ts'

const actorOf = (role: ActorRole): Actor => {
  if (role === 'system') return SYSTEM
  const person = { personId: 'p', personName: 'N.', appointmentId: 'a' }
  return isOplRole(role)
    ? { ...person, kind: 'opl', organisationId: 'jal', role }
    : { ...person, kind: 'ine', organisationId: 'derfe', role }
}

const KINDS = Object.keys(VERSION_MOVES) as VersionCommandKind[]
const COMMANDS: Record<VersionCommandKind, VersionCommand> = {
  correct: { kind: 'correct' },
  index: { kind: 'index' },
  attach_artwork: { kind: 'attach_artwork' },
  enter_round: { kind: 'enter_round' },
  leave_round: { kind: 'leave_round', matrixPublished: false },
  publish_matrix: { kind: 'publish_matrix' },
  record_resolution: { kind: 'record_resolution', body: 'CVMRE' },
  withdraw: { kind: 'withdraw', reason: 'Se rehace' },
  classify: { kind: 'classify', reason: 'Describe medidas de seguridad' },
  justify_promise: { kind: 'justify_promise', reason: 'Se atiende en el plano' },
  publish: { kind: 'publish' },
}

/** The moves of domain section 5, written out once more: whoever changes the workflow changes both. */
const LEGAL: Record<
  VersionCommandKind,
  { by: ActorRole | ActorRole[]; moves: Partial<Record<VersionStatus, VersionStatus>> }
> = {
  correct: { by: 'derfe_coordinator', moves: { draft: 'draft' } },
  index: { by: 'derfe_coordinator', moves: { draft: 'draft' } },
  attach_artwork: { by: 'derfe_coordinator', moves: { draft: 'draft' } },
  enter_round: { by: 'derfe_coordinator', moves: { draft: 'in_round', working: 'in_round' } },
  leave_round: { by: 'derfe_coordinator', moves: { in_round: 'draft' } },
  publish_matrix: { by: ['derfe_head', 'derfe_coordinator', 'system'], moves: { in_round: 'working' } },
  record_resolution: { by: 'derfe_coordinator', moves: { in_round: 'in_round', working: 'working' } },
  justify_promise: { by: 'derfe_coordinator', moves: { draft: 'draft' } },
  publish: { by: 'derfe_coordinator', moves: { draft: 'working' } },
  withdraw: { by: 'derfe_coordinator', moves: { draft: 'withdrawn', working: 'withdrawn' } },
  classify: {
    by: 'derfe_coordinator',
    moves: Object.fromEntries(VERSION_STATUSES.map((status) => [status, status])),
  },
}

/** Facts under which no guard stands in the way of `kind`. */
const favourable = (kind: VersionCommandKind, status: VersionStatus): VersionFacts => ({
  status,
  indexed: kind !== 'correct' && kind !== 'index',
  includedClauses: 40,
  followsMatrix: kind === 'publish' || kind === 'justify_promise',
  brokenPromises: 0,
})

const coordinator = actorOf('derfe_coordinator')

test('every status × every command × every role moves as the table says', () => {
  let seen = 0
  for (const status of VERSION_STATUSES) {
    for (const kind of KINDS) {
      for (const role of [...ROLES, 'system' as const]) {
        const { by, moves } = LEGAL[kind]
        const target = moves[status]
        const expected = ![by].flat().includes(role)
          ? { ok: false, refusal: { code: 'NOT_YOUR_ROLE', role, needed: [by].flat()[0] } }
          : target
            ? { ok: true, value: { status: target } }
            : { ok: false, refusal: { code: 'WRONG_VERSION_STATUS', status } }
        const decided = decideVersion(favourable(kind, status), COMMANDS[kind], actorOf(role))
        expect(decided, `${kind} by ${role} on ${status}`).toEqual(expected)
        seen += 1
      }
    }
  }
  expect(seen).toBe(VERSION_STATUSES.length * KINDS.length * (ROLES.length + 1))
})

describe('guards', () => {
  const refusalOf = (facts: Partial<VersionFacts>, command: VersionCommand) => {
    const decided = decideVersion(
      { ...favourable('correct', 'draft'), includedClauses: 3, ...facts },
      command,
      coordinator,
    )
    return decided.ok ? null : decided.refusal
  }

  test('clauses are confirmed once, and there is at least one', () => {
    expect(refusalOf({ includedClauses: 0 }, COMMANDS.index)).toEqual({ code: 'NO_CLAUSES' })
    expect(refusalOf({ indexed: true }, COMMANDS.index)).toEqual({ code: 'ALREADY_INDEXED' })
    expect(refusalOf({ indexed: true }, COMMANDS.correct)).toEqual({ code: 'ALREADY_INDEXED' })
  })

  test('only a version with confirmed clauses goes into a round', () => {
    expect(refusalOf({}, COMMANDS.enter_round)).toEqual({ code: 'NOT_INDEXED' })
  })

  test('a version that follows a matrix is published first, once every promise is found or justified', () => {
    const next = { indexed: true, followsMatrix: true, brokenPromises: 2 }
    expect(refusalOf({ indexed: true }, COMMANDS.publish)).toEqual({ code: 'NO_MATRIX_BEFORE' })
    expect(refusalOf(next, COMMANDS.enter_round)).toEqual({ code: 'NOT_PUBLISHED' })
    expect(refusalOf(next, COMMANDS.publish)).toEqual({ code: 'PROMISES_BROKEN', count: 2 })
    expect(refusalOf({ ...next, brokenPromises: 0 }, COMMANDS.publish)).toBeNull()
    expect(refusalOf({ ...next, status: 'working' }, COMMANDS.enter_round)).toBeNull()
    expect(refusalOf(next, { kind: 'justify_promise', reason: ' ' })).toEqual({ code: 'REASON_NEEDED' })
  })

  test('a version is withdrawn with a reason', () => {
    expect(refusalOf({}, { kind: 'withdraw', reason: ' ' })).toEqual({ code: 'REASON_NEEDED' })
  })
})

describe('resolutions and rounds', () => {
  const onVersion = (status: VersionStatus, command: VersionCommand) =>
    decideVersion(favourable(command.kind, status), command, coordinator)

  test('the commission submits, the Consejo General approves, and only what has a published matrix', () => {
    const approval: VersionCommand = { kind: 'record_resolution', body: 'CG' }
    expect(onVersion('working', approval)).toEqual({ ok: true, value: { status: 'approved' } })
    expect(onVersion('in_round', approval)).toMatchObject({ ok: false, refusal: { code: 'WRONG_VERSION_STATUS' } })
    expect(onVersion('working', COMMANDS.record_resolution)).toEqual({ ok: true, value: { status: 'working' } })
  })

  test('a version whose round is cancelled is again what it was', () => {
    expect(onVersion('in_round', { kind: 'leave_round', matrixPublished: false })).toMatchObject({
      value: { status: 'draft' },
    })
    expect(onVersion('in_round', { kind: 'leave_round', matrixPublished: true })).toMatchObject({
      value: { status: 'working' },
    })
  })

  test('the buttons are those that would be granted', () => {
    expect(allowedOnVersion(favourable('withdraw', 'working'), coordinator)).toEqual([
      'enter_round',
      'record_resolution',
      'withdraw',
      'classify',
    ])
    expect(allowedOnVersion(favourable('withdraw', 'working'), actorOf('auditor'))).toEqual([])
  })
})
