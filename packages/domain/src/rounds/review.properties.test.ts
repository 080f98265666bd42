import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Person } from '../people/actor.ts'
import { SYSTEM } from '../people/actor.ts'
import { isOplRole, ROLES, type Role } from '../people/role.ts'
import { decideVersion, type VersionStatus } from '../specification/version-workflow.ts'
import { decideResponse, type ResponseCommand } from './response-workflow.ts'
import { decideRound, type RoundCommand, type RoundFacts } from './round-workflow.ts'
import { hasAnswered, RESPONSE_STATUSES, ROUND_STATUSES, type ResponseStatus, type RoundStatus } from './status.ts'
import { turnOfRound } from './turn.ts'

const OPLS = ['chis', 'jal', 'yuc'] as const
const instant = (tick: number) => new Date(Date.UTC(2017, 11, 20) + tick * 3_600_000).toISOString()

/** A whole review as the API drives it: the same decisions in the same order, on values instead of rows. */
class Review {
  tick = 0
  round: RoundStatus = 'preparing'
  due: string | null = null
  conformityDue: string | null = null
  version: VersionStatus = 'draft'
  responses = OPLS.map((organisationId) => ({
    organisationId,
    status: 'unopened' as ResponseStatus,
    lateAdmitted: null as boolean | null,
    twoLevels: organisationId === 'jal',
    drafts: 0,
    received: 0,
    unreplied: 0,
  }))
  proposers = new Set<string>()
  undisposed = 0
  validatedBy: string | null = null
  reached: string[] = []

  facts(): RoundFacts {
    return {
      status: this.round,
      due: this.due,
      conformityDue: this.conformityDue,
      asksConformity: true,
      counted: this.responses.reduce((sum, { received }) => sum + received, 0),
      clauses: 3,
      responses: this.responses,
      withoutOutcome: this.undisposed,
      proposedBy: [...this.proposers],
    }
  }

  onRound(command: RoundCommand, actor: Person | typeof SYSTEM): void {
    const decided = decideRound(this.facts(), command, actor, instant(this.tick))
    if (!decided.ok) return
    const personId = actor.kind === 'system' ? null : actor.personId
    if (command.kind === 'open' || command.kind === 'extend') this.due = command.due
    if (command.kind === 'dispose' && this.undisposed > 0) this.undisposed -= 1
    if ((command.kind === 'dispose' || command.kind === 'propose') && personId) this.proposers.add(personId)
    if (command.kind === 'judge_late') this.judge(command.organisationId)
    if (command.kind === 'validate') this.validatedBy = personId
    if (command.kind === 'open') this.onVersion({ kind: 'enter_round' }, actor)
    if (decided.value.status === 'published') this.onVersion({ kind: 'publish_matrix' }, actor)
    if (decided.value.status === 'conformity' && this.round === 'validating') {
      this.conformityDue = instant(this.tick + 12)
      for (const one of this.responses) one.unreplied = one.received
    }
    if (command.kind === 'cancel') this.onVersion({ kind: 'leave_round', matrixPublished: false }, actor)
    this.round = decided.value.status
    if (command.kind === 'close' || command.kind === 'close_early') this.expire()
    this.reached.push(`round:${this.round}`)
  }

  onVersion(command: Parameters<typeof decideVersion>[1], actor: Person | typeof SYSTEM): void {
    const decided = decideVersion(
      { status: this.version, indexed: true, includedClauses: 3, followsMatrix: false, brokenPromises: 0 },
      command,
      actor,
    )
    if (!decided.ok) return
    this.version = decided.value.status
    this.reached.push(`version:${this.version}`)
  }

  onResponse(index: number, command: ResponseCommand, actor: Person): void {
    const response = this.responses[index]
    if (!response) return
    const facts = { ...response, roundStatus: this.round, due: this.due, conformityDue: this.conformityDue }
    const decided = decideResponse(facts, command, actor, instant(this.tick))
    if (!decided.ok) return
    if (command.kind === 'save_observation') response.drafts += 1
    if (command.kind === 'discard_observation' && response.drafts > 0) response.drafts -= 1
    if (command.kind === 'send') this.receive(response)
    if (command.kind === 'withdraw_to_correct') {
      response.drafts += response.received
      this.undisposed -= response.received
      response.received = 0
    }
    if (command.kind === 'reply') response.unreplied = 0
    response.status = decided.value.status
  }

  private receive(response: Review['responses'][number]): void {
    this.undisposed += response.drafts
    response.received += response.drafts
    response.drafts = 0
  }

  private judge(organisationId: string): void {
    const response = this.responses.find((candidate) => candidate.organisationId === organisationId)
    if (!response) return
    response.lateAdmitted = true
    this.receive(response)
  }

  private expire(): void {
    for (const response of this.responses) {
      const decided = decideResponse(
        { ...response, roundStatus: 'open', due: this.due, conformityDue: null },
        { kind: 'expire' },
        SYSTEM,
        instant(this.tick),
      )
      if (decided.ok) response.status = decided.value.status
      expect(hasAnswered(response.status) || response.status === 'no_answer').toBe(true)
    }
  }
}

/** Few people, some in more than one role over time: that is how somebody comes to validate their own proposal. */
const personIn = (...roles: readonly Role[]) =>
  fc
    .record({
      personId: fc.constantFrom('ana', 'beto', 'celia'),
      role: fc.constantFrom(...roles),
      opl: fc.constantFrom(...OPLS),
    })
    .map(({ personId, role, opl }): Person => {
      const appointed = { personId, personName: personId, appointmentId: `${personId}-${role}` }
      return isOplRole(role)
        ? { ...appointed, kind: 'opl', organisationId: opl, role }
        : { ...appointed, kind: 'ine', organisationId: 'derfe', role }
    })
const anybody = personIn(...ROLES)

const reason = 'Con motivo'
const roundCommand = fc.oneof(
  {
    weight: 40,
    arbitrary: fc.constantFrom<RoundCommand>(
      { kind: 'edit' },
      { kind: 'close_early', reason },
      { kind: 'dispose' },
      { kind: 'propose' },
      { kind: 'validate' },
      { kind: 'return', reason },
      { kind: 'publish_early', reason },
      { kind: 'conclude' },
      { kind: 'open', due: instant(24) },
      { kind: 'extend', due: instant(36), reason },
    ),
  },
  {
    weight: 8,
    arbitrary: fc
      .constantFrom(...OPLS)
      .map((organisationId): RoundCommand => ({ kind: 'judge_late', organisationId, reason })),
  },
  // Rare, because nothing follows it.
  { weight: 1, arbitrary: fc.constant<RoundCommand>({ kind: 'cancel', reason }) },
)
const responseCommand = fc.constantFrom<ResponseCommand>(
  { kind: 'start' },
  { kind: 'save_observation' },
  { kind: 'discard_observation' },
  { kind: 'submit_for_approval' },
  { kind: 'return_to_liaison', reason },
  { kind: 'send' },
  { kind: 'declare_none' },
  { kind: 'withdraw_to_correct', reason },
  { kind: 'send_late', reason },
  { kind: 'reply', replies: [{ reply: 'disagrees', reason }] },
)
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      on: fc.constant('round' as const),
      command: roundCommand,
      actor: fc.oneof({ weight: 5, arbitrary: personIn('derfe_coordinator', 'derfe_head') }, anybody),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      on: fc.constant('response' as const),
      index: fc.nat(2),
      command: responseCommand,
      actor: fc.oneof({ weight: 5, arbitrary: personIn('opl_liaison', 'opl_head') }, anybody),
    }),
  },
  fc.record({ on: fc.constant('clock' as const), hours: fc.nat(24) }),
  fc.record({ on: fc.constant('resolution' as const), actor: personIn('derfe_coordinator') }),
)

type Step = typeof step extends fc.Arbitrary<infer Generated> ? Generated : never

const review = fc.array(step, { minLength: 40, maxLength: 160 })

function play(steps: readonly Step[], each: (review: Review) => void): Review {
  const played = new Review()
  // The way in first: what comes before the opening is proved by the table.
  const coordinator: Person = {
    kind: 'ine',
    role: 'derfe_coordinator',
    personId: 'ana',
    personName: 'ana',
    appointmentId: 'a',
    organisationId: 'derfe',
  }
  played.onRound({ kind: 'open', due: instant(24) }, coordinator)
  for (const next of steps) {
    if (next.on === 'round') played.onRound(next.command, next.actor)
    if (next.on === 'response') played.onResponse(next.index, next.command, next.actor)
    if (next.on === 'resolution') played.onVersion({ kind: 'record_resolution', body: 'CG' }, next.actor)
    if (next.on === 'clock') {
      played.tick += next.hours
      played.onRound({ kind: 'close' }, SYSTEM)
      played.onRound({ kind: 'publish' }, SYSTEM)
    }
    each(played)
  }
  return played
}

test('no sequence of commands publishes a matrix that one of its proposers validated', () => {
  let published = 0
  fc.assert(
    fc.property(review, (steps) => {
      play(steps, (played) => {
        if (played.round !== 'published' && played.round !== 'concluded') return
        published += 1
        expect(played.validatedBy).not.toBeNull()
        expect(played.proposers).not.toContain(played.validatedBy)
        expect(played.reached).toContain('round:validating')
      })
    }),
    { numRuns: 400 },
  )
  expect(published).toBeGreaterThan(0)
})

test('no sequence of commands approves a version before its matrix is published', () => {
  let approvals = 0
  fc.assert(
    fc.property(review, (steps) => {
      const { reached } = play(steps, () => undefined)
      const approved = reached.indexOf('version:approved')
      if (approved === -1) return
      approvals += 1
      expect(reached.slice(0, approved)).toContain('round:published')
    }),
    { numRuns: 700 },
  )
  expect(approvals).toBeGreaterThan(0)
})

test('a round and its answers have one known status each, and once closed each OPL answered, was silent, or was late', () => {
  fc.assert(
    fc.property(review, (steps) => {
      play(steps, (played) => {
        const closed = ['resolving', 'validating', 'conformity', 'published', 'concluded'].includes(played.round)
        const wrong = played.responses.filter(
          ({ status }) =>
            !RESPONSE_STATUSES.includes(status) ||
            (closed && !hasAnswered(status) && status !== 'no_answer' && status !== 'late'),
        )
        expect([ROUND_STATUSES.includes(played.round), wrong]).toEqual([true, []])
      })
    }),
    { numRuns: 300 },
  )
})

test('it is always the turn of somebody, until nothing is left to do', () => {
  fc.assert(
    fc.property(review, (steps) => {
      play(steps, (played) => {
        const { round: status, due, conformityDue } = played
        const responses = played.responses.map((response) => ({ ...response, since: instant(0) }))
        const turn = turnOfRound({ status, since: instant(0), due, conformityDue, responses, referrals: [] })
        const final = played.round === 'concluded' || played.round === 'cancelled'
        expect(turn.length > 0).toBe(!final)
        expect(new Set(turn.map(({ organisationId }) => organisationId)).size).toBe(turn.length)
      })
    }),
    { numRuns: 300 },
  )
})
