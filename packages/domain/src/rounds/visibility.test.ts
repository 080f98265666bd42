import { describe, expect, test } from 'vitest'
import type { Person } from '../people/actor.ts'
import { INE_ROLES, OPL_ROLES, type IneRole } from '../people/role.ts'
import { OBSERVATION_STATUSES } from './observation.ts'
import { ROUND_STATUSES, type RoundStatus } from './status.ts'
import { canSeeObservation, canSeeOutcome, canSeeRound, ROUND_VISIBILITIES } from './visibility.ts'

const person = { personId: 'p', personName: 'N.', appointmentId: 'a' }
const opl = (organisationId: string, role: (typeof OPL_ROLES)[number] = 'opl_liaison'): Person => ({
  ...person,
  kind: 'opl',
  organisationId,
  role,
})
const ine = (role: IneRole): Person => ({ ...person, kind: 'ine', organisationId: 'derfe', role })

const round = (status: RoundStatus, visibility: (typeof ROUND_VISIBILITIES)[number] = 'after_publication') => ({
  status,
  opened: status !== 'preparing',
  visibility,
  recipientIds: ['jal', 'mor'],
})
const everyRound = ROUND_STATUSES.flatMap((status) => ROUND_VISIBILITIES.map((visibility) => round(status, visibility)))
const draftsOfJalisco = ['draft', 'withdrawn'].map((status) => ({
  organisationId: 'jal',
  status: status as 'draft' | 'withdrawn',
  referredTo: null,
}))
const received = { organisationId: 'jal', status: 'received' as const, referredTo: null }

describe('a round', () => {
  test('is seen by the OPL to which it was sent, once it was sent', () => {
    for (const role of OPL_ROLES) {
      expect(canSeeRound(opl('jal', role), round('preparing'))).toBe(false)
      expect(canSeeRound(opl('jal', role), round('open'))).toBe(true)
      for (const seen of everyRound) expect(canSeeRound(opl('pue', role), seen)).toBe(false)
    }
  })

  test('that is cancelled before it was sent stays DERFE’s own', () => {
    const unsent = { ...round('cancelled'), opened: false }
    expect(canSeeRound(opl('jal'), unsent)).toBe(false)
    expect(canSeeRound(ine('observer'), unsent)).toBe(false)
    expect(canSeeRound(ine('derfe_coordinator'), unsent)).toBe(true)
    expect(canSeeRound(opl('jal'), round('cancelled'))).toBe(true)
  })

  test('has no part for the administrator', () => {
    for (const seen of everyRound) expect(canSeeRound(ine('administrator'), seen)).toBe(false)
  })
})

describe('an observation', () => {
  test('while it is a draft, or withdrawn, is seen by its OPL and the auditor alone', () => {
    for (const seen of everyRound.filter(({ opened }) => opened)) {
      for (const draft of draftsOfJalisco) {
        expect(canSeeObservation(opl('jal'), seen, draft)).toBe(true)
        expect(canSeeObservation(ine('auditor'), seen, draft)).toBe(true)
        expect(canSeeObservation(opl('mor'), seen, draft)).toBe(false)
        for (const role of INE_ROLES.filter((candidate) => candidate !== 'auditor')) {
          expect(canSeeObservation(ine(role), seen, draft), `${role} on ${seen.status}`).toBe(false)
        }
      }
    }
  })

  test('of another OPL is seen with the published matrix, or from the close if the round says so', () => {
    const open = (seen: ReturnType<typeof round>) => canSeeObservation(opl('mor'), seen, received)
    expect(ROUND_STATUSES.filter((status) => open(round(status)))).toEqual(['published', 'concluded'])
    expect(ROUND_STATUSES.filter((status) => open(round(status, 'after_close')))).toEqual([
      'resolving',
      'validating',
      'conformity',
      'published',
      'concluded',
    ])
  })

  test('is seen by DERFE once received, by the other areas once published', () => {
    const seenBy = (role: IneRole) =>
      ROUND_STATUSES.filter((status) => canSeeObservation(ine(role), round(status), received))
    expect(seenBy('derfe_head')).toEqual([...ROUND_STATUSES])
    expect(seenBy('deoe_reviewer')).toEqual(['published', 'concluded'])
    expect(seenBy('observer')).toEqual(['published', 'concluded'])
  })
})

describe('what DERFE referred to an area', () => {
  const referred = { ...received, status: 'referred' as const, referredTo: 'deceyec' }
  const of = (organisationId: string, role: IneRole): Person => ({ ...ine(role), organisationId })
  const opened = everyRound.filter((seen) => seen.opened)

  test('is seen with its outcome by those who answer for it, and by nobody else of INE’s areas', () => {
    const answering = [of('deceyec', 'area_responder'), of('deceyec', 'deoe_head')]
    const others = [of('deceyec', 'observer'), of('deceyec', 'administrator'), of('cncs', 'area_responder')]
    for (const seen of opened.filter(({ status }) => !['published', 'concluded'].includes(status))) {
      for (const status of ['referred', 'proposed'] as const) {
        const observation = { ...referred, status }
        const see = (actor: Person) => [
          canSeeObservation(actor, seen, observation),
          canSeeOutcome(actor, seen, observation),
        ]
        for (const actor of answering) expect(see(actor)).toEqual([true, true])
        for (const actor of others) expect(see(actor)).toEqual([false, false])
      }
    }
  })

  test('is no OPL’s, whatever it is called, and no more the area’s when its OPL took it back', () => {
    for (const seen of opened) {
      const area = of('deceyec', 'area_responder')
      expect(canSeeObservation(area, seen, { ...referred, status: 'withdrawn' })).toBe(false)
      expect(canSeeObservation(opl('mor'), round('resolving'), { ...referred, referredTo: 'mor' })).toBe(false)
    }
  })
})

describe('an outcome', () => {
  test('is DERFE’s until the matrix is published, and before that, for its reply, the OPL’s that made the observation', () => {
    const seenBy = (actor: Person) =>
      ROUND_STATUSES.filter((status) =>
        canSeeOutcome(actor, round(status, 'after_close'), { ...received, status: 'proposed' }),
      )
    expect(seenBy(opl('jal'))).toEqual(['conformity', 'published', 'concluded'])
    expect(seenBy(opl('mor'))).toEqual(['published', 'concluded'])
    expect(seenBy(ine('deoe_head'))).toEqual(['published', 'concluded'])
    for (const role of ['derfe_coordinator', 'derfe_head', 'auditor'] as const) {
      expect(seenBy(ine(role))).toEqual([...ROUND_STATUSES])
    }
  })

  test('is never seen of what is not seen', () => {
    for (const status of OBSERVATION_STATUSES) {
      for (const seen of everyRound) {
        const observation = { organisationId: 'jal', status, referredTo: null }
        for (const actor of [opl('pue'), ine('administrator')]) {
          expect(canSeeOutcome(actor, seen, observation) || canSeeObservation(actor, seen, observation)).toBe(false)
        }
      }
    }
  })
})
