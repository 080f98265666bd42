import { describe, expect, test } from 'vitest'
import { ROLES } from './role.ts'
import { removeSecondFactor, SECOND_FACTOR_ROLES, secondFactorStep, widenSecondFactor } from './second-factor.ts'

const facts = { role: 'derfe_coordinator', has: false, shown: false, widened: false, exempt: false } as const

test('it is compulsory for whoever validates, sends formally or administers', () => {
  expect(SECOND_FACTOR_ROLES).toEqual(['opl_head', 'derfe_head', 'deoe_head', 'administrator'])
})

describe('what a session still lacks', () => {
  test.each(ROLES)('as %s without a factor', (role) => {
    const always = SECOND_FACTOR_ROLES.includes(role)
    expect(secondFactorStep({ ...facts, role })).toBe(always ? 'set_up' : null)
    expect(secondFactorStep({ ...facts, role, widened: true })).toBe('set_up')
    expect(secondFactorStep({ ...facts, role, widened: true, exempt: true })).toBeNull()
  })

  test.each([null, ...ROLES])('as %s with a factor: it is shown, also where nobody is compelled', (role) => {
    for (const exempt of [false, true]) {
      expect(secondFactorStep({ ...facts, role, exempt, has: true })).toBe('enter')
      expect(secondFactorStep({ ...facts, role, exempt, has: true, shown: true })).toBeNull()
    }
  })

  test('without an appointment nobody is compelled', () => {
    expect(secondFactorStep({ ...facts, role: null })).toBeNull()
  })
})

test('the last factor stays where one is compulsory', () => {
  const head = { role: 'derfe_head', widened: false, exempt: false } as const
  const liaison = { ...head, role: 'opl_liaison' } as const
  expect(removeSecondFactor([head], 0)).toMatchObject({ refusal: { code: 'LAST_SECOND_FACTOR' } })
  expect(removeSecondFactor([head], 1).ok).toBe(true)
  expect(removeSecondFactor([liaison], 0).ok).toBe(true)
  expect(removeSecondFactor([liaison, head], 0).ok).toBe(false)
  expect(removeSecondFactor([{ ...liaison, widened: true }], 0).ok).toBe(false)
  expect(removeSecondFactor([], 0).ok).toBe(true)
})

test('the policy only grows', () => {
  expect(widenSecondFactor([], ['auditor', 'auditor', 'derfe_head'])).toEqual({ ok: true, value: ['auditor'] })
  expect(widenSecondFactor(['auditor'], ['auditor'])).toMatchObject({ refusal: { code: 'POLICY_ALREADY_HOLDS' } })
  expect(widenSecondFactor([], ['administrator'])).toMatchObject({ refusal: { code: 'POLICY_ALREADY_HOLDS' } })
})
