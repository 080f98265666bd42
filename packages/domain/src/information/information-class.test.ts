import { describe, expect, test } from 'vitest'
import type { Person } from '../people/actor.ts'
import { isOplRole, ROLES, type Role } from '../people/role.ts'
import { ROUND_STATUSES } from '../rounds/status.ts'
import {
  classesReadBy,
  classify,
  INFORMATION_CLASSES,
  isRestricted,
  mayRead,
  observationsClass,
  withheldNotice,
  type Classification,
  type InformationClass,
} from './information-class.ts'

const actorOf = (role: Role, organisationId: string): Person => {
  const person = { personId: 'p', personName: 'N.', appointmentId: 'a', organisationId }
  return isOplRole(role) ? { ...person, kind: 'opl', role } : { ...person, kind: 'ine', role }
}
const RESERVED: Classification = {
  class: 'reserved',
  basis: 'Acuerdo de reserva 4/2017',
  from: '2017-12-01',
  until: '2017-12-25',
}

/** The table of decision 0008, written out once more. */
const READ: Record<Role, InformationClass[]> = {
  opl_liaison: ['public'],
  opl_head: ['public'],
  derfe_coordinator: ['public', 'reserved', 'confidential'],
  derfe_head: ['public', 'reserved', 'confidential'],
  deoe_reviewer: ['public', 'reserved'],
  deoe_head: ['public', 'reserved'],
  area_responder: ['public'],
  observer: ['public'],
  auditor: ['public', 'reserved', 'confidential'],
  administrator: ['public'],
}
const HOMES: Partial<Record<Role, string>> = {
  derfe_coordinator: 'derfe',
  derfe_head: 'derfe',
  deoe_reviewer: 'deoe',
  deoe_head: 'deoe',
  opl_liaison: 'jal',
  opl_head: 'jal',
}

describe('who reads what', () => {
  test.each(ROLES)('%s', (role) => {
    const actor = actorOf(role, HOMES[role] ?? 'unicom')
    expect(classesReadBy(actor)).toEqual(READ[role])
    for (const one of INFORMATION_CLASSES) {
      expect(mayRead(actor, { ...RESERVED, class: one, until: null }, '2017-12-14')).toBe(READ[role].includes(one))
    }
  })

  test('whoever belongs to the area that owns the specification, except who administers the portal', () => {
    expect(classesReadBy(actorOf('area_responder', 'derfe'))).toContain('reserved')
    expect(classesReadBy(actorOf('administrator', 'derfe'))).toEqual(['public'])
  })
})

test('a period ends by itself, after its last day', () => {
  expect(isRestricted(RESERVED, '2017-12-25')).toBe(true)
  expect(isRestricted(RESERVED, '2017-12-26')).toBe(false)
  expect(isRestricted({ ...RESERVED, until: null }, '2099-01-01')).toBe(true)
  expect(mayRead(actorOf('observer', 'utvopl'), RESERVED, '2017-12-26')).toBe(true)
})

test('what is withheld says why and until when', () => {
  expect(withheldNotice(RESERVED)).toBe('Reservado: Acuerdo de reserva 4/2017, hasta lun 25 dic 2017')
  expect(withheldNotice({ ...RESERVED, class: 'confidential', until: null })).toBe(
    'Confidencial: Acuerdo de reserva 4/2017, de manera permanente',
  )
})

test('observations are reserved until the matrix is published', () => {
  const open = ROUND_STATUSES.filter((status) => observationsClass(status) === 'public')
  expect(open).toEqual(['published', 'concluded'])
})

describe('classing', () => {
  const clause = { kind: 'clause', isHeading: false, number: null } as const

  test('names its basis, and its days in order', () => {
    expect(classify(clause, RESERVED)).toEqual({ ok: true, value: RESERVED })
    expect(classify({ kind: 'artwork' }, { ...RESERVED, basis: ' ' })).toMatchObject({
      refusal: { code: 'BASIS_NEEDED' },
    })
    expect(classify(clause, { ...RESERVED, until: '2017-11-30' })).toMatchObject({
      refusal: { code: 'DAYS_NOT_IN_ORDER' },
    })
  })

  test('what becomes public keeps neither basis nor period', () => {
    expect(classify(clause, { ...RESERVED, class: 'public' })).toEqual({
      ok: true,
      value: { class: 'public', basis: '', from: null, until: null },
    })
  })

  test('a heading that is cited by its words is not withheld', () => {
    expect(classify({ ...clause, isHeading: true }, RESERVED)).toMatchObject({
      refusal: { code: 'CITED_BY_ITS_WORDS' },
    })
    expect(classify({ ...clause, isHeading: true, number: '2.' }, RESERVED).ok).toBe(true)
  })
})
