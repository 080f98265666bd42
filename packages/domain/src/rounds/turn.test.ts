import { describe, expect, test } from 'vitest'
import type { Person } from '../people/actor.ts'
import type { IneRole } from '../people/role.ts'
import { hasAnswered, RESPONSE_STATUSES, ROUND_STATUSES, type ResponseStatus, type RoundStatus } from './status.ts'
import { isTurnOf, TURN_REASON_NAMES, turnOfRound, turnsSeenBy } from './turn.ts'

const SINCE = '2017-12-20T16:00:00.000Z'
const REPLY_DUE = '2018-01-03T06:00:00.000Z'
const DUE = '2017-12-26T06:00:00.000Z'
const answer = (organisationId: string, status: ResponseStatus) => ({
  organisationId,
  status,
  twoLevels: false,
  since: '2017-12-21T18:00:00.000Z',
  unreplied: 0,
})
const turn = (status: RoundStatus, ...responses: ReturnType<typeof answer>[]) =>
  turnOfRound({ status, since: SINCE, due: DUE, conformityDue: REPLY_DUE, responses, referrals: [] })

describe('every status of a round with every status of an answer', () => {
  test('is somebody’s turn unless it is final', () => {
    for (const status of ROUND_STATUSES) {
      for (const response of RESPONSE_STATUSES) {
        const turns = turn(status, answer('jal', response))
        const final = status === 'concluded' || status === 'cancelled'
        expect(turns.length, `${status} with ${response}`).toBe(final ? 0 : 1)
        for (const { reason } of turns) expect(TURN_REASON_NAMES[reason]).not.toBe('')
      }
    }
  })

  test('asks of an open round those that have not answered', () => {
    for (const response of RESPONSE_STATUSES) {
      const [first] = turn('open', answer('jal', response))
      expect(first?.organisationId, response).toBe(hasAnswered(response) ? 'derfe' : 'jal')
    }
  })
})

test('each OPL that is missing has its own turn, since its own instant, until the end of the round', () => {
  expect(
    turn('open', answer('chis', 'drafting'), answer('jal', 'internal_approval'), answer('mor', 'no_observations')),
  ).toEqual([
    { organisationId: 'chis', role: 'opl_liaison', reason: 'answer', since: '2017-12-21T18:00:00.000Z', due: DUE },
    {
      organisationId: 'jal',
      role: 'opl_head',
      reason: 'approve_and_send',
      since: '2017-12-21T18:00:00.000Z',
      due: DUE,
    },
  ])
})

test('in conformity each OPL that has not replied has its turn, then the coordinator', () => {
  const asked = (unreplied: number, twoLevels = false) => ({
    ...answer('jal', 'sent_with_observations'),
    twoLevels,
    unreplied,
  })
  expect(turn('conformity', asked(2), answer('mor', 'no_observations'))).toEqual([
    { organisationId: 'jal', role: 'opl_liaison', reason: 'reply', since: SINCE, due: REPLY_DUE },
  ])
  expect(turn('conformity', asked(1, true))[0]).toMatchObject({ role: 'opl_head' })
  expect(turn('conformity', asked(0))).toMatchObject([{ organisationId: 'derfe', reason: 'publish_early', due: null }])
})

test('when all have answered the coordinator may close, and after that it is DERFE’s', () => {
  const roles = (status: RoundStatus) => turn(status, answer('jal', 'sent_with_observations'))[0]
  expect(roles('open')).toMatchObject({ role: 'derfe_coordinator', reason: 'close_early' })
  expect(roles('resolving')).toMatchObject({ role: 'derfe_coordinator', reason: 'dispose', since: SINCE, due: null })
  expect(roles('validating')).toMatchObject({ role: 'derfe_head', reason: 'validate' })
  expect(roles('published')).toMatchObject({ role: 'derfe_coordinator', reason: 'publish_or_conclude' })
})

test('an OPL is not told which of the others are missing', () => {
  const person = { personId: 'p', personName: 'N.', appointmentId: 'a' }
  const jalisco: Person = { ...person, kind: 'opl', role: 'opl_liaison', organisationId: 'jal' }
  const deoe: Person = { ...person, kind: 'ine', role: 'deoe_head', organisationId: 'deoe' }
  const missing = turn('open', answer('jal', 'drafting'), answer('mor', 'unopened'))
  const whose = (actor: Person, turns = missing) => turnsSeenBy(actor, turns).map((seen) => seen.organisationId)
  expect(whose(jalisco)).toEqual(['jal'])
  expect(whose(deoe)).toEqual(['jal', 'mor'])
  expect(whose(jalisco, turn('resolving'))).toEqual(['derfe'])
})

describe('what is referred to areas', () => {
  const referrals = ['deceyec', 'deoe'].map((organisationId) => ({ organisationId, since: '2017-12-28T16:00:00.000Z' }))
  const turns = (status: RoundStatus) =>
    turnOfRound({ status, since: SINCE, due: DUE, conformityDue: null, responses: [], referrals })
  const somebody = (organisationId: string, role: IneRole): Person => ({
    personId: 'p',
    personName: 'N.',
    appointmentId: 'a',
    kind: 'ine',
    organisationId,
    role,
  })

  test('is the turn of each of them beside DERFE’s while the round is being resolved, and no longer', () => {
    expect(turns('resolving').map(({ organisationId, role, reason }) => [organisationId, role, reason])).toEqual([
      ['derfe', 'derfe_coordinator', 'dispose'],
      ['deceyec', 'area_responder', 'answer_referral'],
      ['deoe', 'deoe_reviewer', 'answer_referral'],
    ])
    for (const status of ROUND_STATUSES.filter((one) => one !== 'resolving')) {
      expect(turns(status).map(({ reason }) => reason)).not.toContain('answer_referral')
    }
  })

  test('waits for whoever answers for the area, and for nobody else', () => {
    const mine = (actor: Person) =>
      turns('resolving')
        .filter((one) => isTurnOf(actor, one))
        .map(({ organisationId }) => organisationId)
    expect(mine(somebody('deoe', 'deoe_head'))).toEqual(['deoe'])
    expect(mine(somebody('deoe', 'deoe_reviewer'))).toEqual(['deoe'])
    expect(mine(somebody('deceyec', 'area_responder'))).toEqual(['deceyec'])
    for (const [area, role] of [
      ['deceyec', 'observer'],
      ['cncs', 'area_responder'],
      ['derfe', 'derfe_head'],
    ] as const) {
      expect(mine(somebody(area, role))).toEqual([])
    }
  })
})
