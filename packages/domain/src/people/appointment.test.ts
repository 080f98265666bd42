import { describe, expect, test } from 'vitest'
import { appoint, endAppointment, roleFits } from './appointment.ts'
import { isOplRole, ROLES } from './role.ts'

const OPL = { id: 'jal', kind: 'opl' } as const
const DERFE = { id: 'derfe', kind: 'ine_area' } as const
const DEOE = { id: 'deoe', kind: 'ine_area' } as const

describe('a role in an organisation', () => {
  test.each(ROLES)('%s in an OPL and in two areas', (role) => {
    expect(roleFits(role, OPL)).toBe(isOplRole(role))
    expect(roleFits(role, DERFE)).toBe(!isOplRole(role) && !role.startsWith('deoe_'))
    expect(roleFits(role, DEOE)).toBe(!isOplRole(role) && !role.startsWith('derfe_'))
  })

  test('days go forward; one day is enough', () => {
    const planned = { role: 'opl_head', fromDay: '2017-12-14', untilDay: '2017-12-14' } as const
    expect(appoint(planned, OPL).ok).toBe(true)
    expect(appoint({ ...planned, untilDay: '2017-12-13' }, OPL)).toMatchObject({
      refusal: { code: 'DAYS_NOT_IN_ORDER' },
    })
    expect(appoint(planned, DERFE)).toMatchObject({ refusal: { code: 'ROLE_NOT_OF_ORGANISATION', role: 'opl_head' } })
  })
})

describe('an end', () => {
  const facts = { role: 'administrator', over: false, otherAdministrators: 0 } as const
  test.each([
    [facts, 'Baja', 'LAST_ADMINISTRATOR'],
    [{ ...facts, otherAdministrators: 1 }, 'Baja', 'ended'],
    [{ ...facts, otherAdministrators: 1 }, '', 'REASON_NEEDED'],
    [{ ...facts, role: 'opl_head' } as const, 'Baja', 'ended'],
    [{ ...facts, over: true }, 'Baja', 'APPOINTMENT_ENDED'],
  ])('%o because «%s»: %s', (given, reason, expected) => {
    const result = endAppointment(given, reason)
    expect(result.ok ? 'ended' : result.refusal.code).toBe(expected)
  })
})
