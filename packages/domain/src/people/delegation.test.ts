import { describe, expect, test } from 'vitest'
import { decideRound, type RoundFacts } from '../rounds/round-workflow.ts'
import type { Person } from './actor.ts'
import { actFor, actingName, delegate, type DelegationFacts, type DelegationPlan } from './delegation.ts'
import type { SecondFactorFacts } from './second-factor.ts'

const derfe = { organisationId: 'derfe', kind: 'ine_area' } as const
const deoe = { organisationId: 'deoe', kind: 'ine_area' } as const
const jal = { organisationId: 'jal', kind: 'opl' } as const
const chis = { organisationId: 'chis', kind: 'opl' } as const

const facts = (changes: Partial<DelegationFacts> = {}): DelegationFacts => ({
  recordedOnBehalf: false,
  holder: { ...derfe, personId: 'b', over: false },
  delegate: { personId: 'a', places: [derfe] },
  overlapping: false,
  ...changes,
})
const plan = { fromDay: '2017-12-14', untilDay: '2017-12-14', reason: 'Vacaciones', hasLetter: true }
const holder = facts().holder

describe('acting for another', () => {
  test.each<[string, DelegationFacts, Partial<DelegationPlan>, string]>([
    ['by a letter, for a day', facts(), {}, 'recorded'],
    ['of another area of INE', facts({ delegate: { personId: 'a', places: [deoe] } }), {}, 'recorded'],
    [
      'in the same OPL',
      facts({ holder: { ...holder, ...jal }, delegate: { personId: 'a', places: [jal] } }),
      {},
      'recorded',
    ],
    ['without a letter', facts(), { hasLetter: false }, 'LETTER_NEEDED'],
    ['without a reason', facts(), { reason: '' }, 'REASON_NEEDED'],
    ['until before it begins', facts(), { untilDay: '2017-12-13' }, 'DAYS_NOT_IN_ORDER'],
    ['whose appointment is over', facts({ holder: { ...holder, over: true } }), {}, 'APPOINTMENT_ENDED'],
    ['who is oneself', facts({ delegate: { personId: 'b', places: [derfe] } }), {}, 'DELEGATE_IS_HOLDER'],
    [
      'without an appointment of one’s own',
      facts({ delegate: { personId: 'a', places: [] } }),
      {},
      'DELEGATE_WITHOUT_APPOINTMENT',
    ],
    [
      'of another OPL',
      facts({ holder: { ...holder, ...chis }, delegate: { personId: 'a', places: [jal] } }),
      {},
      'DELEGATE_OF_ANOTHER_INSTITUTION',
    ],
    ['of an OPL, from INE', facts({ holder: { ...holder, ...jal } }), {}, 'DELEGATE_OF_ANOTHER_INSTITUTION'],
    [
      'of INE, from an OPL',
      facts({ delegate: { personId: 'a', places: [jal] } }),
      {},
      'DELEGATE_OF_ANOTHER_INSTITUTION',
    ],
    ['twice in the same days', facts({ overlapping: true }), {}, 'ALREADY_DELEGATED'],
    ['recorded by whoever acts for another', facts({ recordedOnBehalf: true }), {}, 'DELEGATION_OF_DELEGATION'],
  ])('%s', (_, given, changes, expected) => {
    const result = delegate(given, { ...plan, ...changes })
    expect(result.ok ? 'recorded' : result.refusal.code).toBe(expected)
  })
})

describe('a session acts for another', () => {
  const session = { role: 'derfe_head', has: false, shown: false, widened: false, exempt: false } as const
  test.each<[string, SecondFactorFacts, string]>([
    ['with the factor that the role needs', { ...session, has: true, shown: true }, 'acts'],
    ['whose provider asked for two', { ...session, shown: true }, 'acts'],
    ['in a role that needs none', { ...session, role: 'observer' }, 'acts'],
    ['but not without', session, 'SECOND_FACTOR_NEEDED_FIRST'],
    ['nor where the policy was widened', { ...session, role: 'observer', widened: true }, 'SECOND_FACTOR_NEEDED_FIRST'],
  ])('%s', (_, given, expected) => {
    const result = actFor(given)
    expect(result.ok ? 'acts' : result.refusal.code).toBe(expected)
  })
})

describe('who validates is not who proposed', () => {
  const validating = (...proposedBy: string[]): RoundFacts => ({
    status: 'validating',
    due: null,
    clauses: 1,
    conformityDue: null,
    asksConformity: false,
    counted: 0,
    withoutOutcome: 0,
    responses: [],
    proposedBy,
  })
  const head = (personId: string, onBehalfOf?: string): Person => ({
    kind: 'ine',
    role: 'derfe_head',
    personId,
    personName: personId,
    appointmentId: 'x',
    organisationId: 'derfe',
    ...(onBehalfOf !== undefined && {
      onBehalfOf: { personId: onBehalfOf, personName: onBehalfOf, delegationId: 'd' },
    }),
  })
  /** A act for B, and C is somebody else. What "A por B" proposed has both hands. */
  test.each([
    [['a'], head('a'), false],
    [['a'], head('a', 'b'), false],
    [['b'], head('a', 'b'), false],
    [['a', 'b'], head('a'), false],
    [['a', 'b'], head('b'), false],
    [['a', 'b'], head('a', 'b'), false],
    [['a', 'b'], head('c', 'b'), false],
    [['a', 'b'], head('a', 'c'), false],
    [['a', 'b'], head('c'), true],
    [['c'], head('a', 'b'), true],
    [['b'], head('a'), true],
  ])('proposed by %j, validated by %o: %s', (proposedBy, actor, granted) => {
    const result = decideRound(validating(...proposedBy), { kind: 'validate' }, actor, '2017-12-20T00:00:00.000Z')
    expect(result.ok ? true : result.refusal.code).toBe(granted || 'SAME_PERSON_PROPOSED')
  })
})

test('the record names both', () => {
  expect(actingName({ name: 'Ana', onBehalfOf: 'Luis' })).toBe('Ana por Luis')
  expect(actingName({ name: 'Ana', onBehalfOf: null })).toBe('Ana')
})
