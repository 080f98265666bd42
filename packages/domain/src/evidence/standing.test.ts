import { describe, expect, test } from 'vitest'
import type { RoundStatus } from '../rounds/status.ts'
import type { VersionStatus } from '../specification/version-workflow.ts'
import { fileStanding, matrixStanding, receiptStanding } from './standing.ts'

const VERSION_AT = '2017-12-20T18:00:00Z'
const ROUND_AT = '2017-12-18T18:00:00Z'
const LATER = '2017-12-21T18:00:00Z'

const on = (version: VersionStatus, round: RoundStatus) => ({
  version: { status: version, statusSince: VERSION_AT },
  round: { status: round, statusSince: ROUND_AT },
})

/** What ends everything that was done on a version or in a round, whatever else is true of it. */
const ENDED: readonly [VersionStatus, RoundStatus, string][] = [
  ['working', 'cancelled', ROUND_AT],
  ['superseded', 'cancelled', ROUND_AT],
  ['withdrawn', 'cancelled', VERSION_AT],
  ['withdrawn', 'published', VERSION_AT],
]

test.each<[VersionStatus, RoundStatus, string, string | null]>([
  ['in_round', 'open', 'in_force', null],
  ['in_force', 'concluded', 'in_force', null],
  ['superseded', 'concluded', 'superseded', VERSION_AT],
])('a file of a version that is %s in a round that is %s is %s', (version, round, standing, since) => {
  expect(fileStanding(on(version, round))).toEqual({ standing, since })
})

test('what was done on neither a version nor a round stays', () => {
  expect(fileStanding({ version: null, round: null })).toEqual({ standing: 'in_force', since: null })
})

describe.each(ENDED)('on a version that is %s in a round that is %s', (version, round, since) => {
  const subject = on(version, round)
  test('nothing has effect', () => {
    const end = { standing: 'without_effect', since }
    expect(fileStanding(subject)).toEqual(end)
    const acts = { withdrawnAt: LATER, sentAgain: true, refusedAt: LATER, extendedAgainAt: LATER }
    expect(receiptStanding({ ...subject, ...acts })).toEqual(end)
    expect(matrixStanding({ ...subject, hash: 'a', published: { hash: 'a', at: LATER } })).toEqual(end)
  })
})

const NOTHING = { withdrawnAt: null, sentAgain: false, refusedAt: null, extendedAgainAt: null }
test.each<[string, Partial<Parameters<typeof receiptStanding>[0]>, string]>([
  ['an act that nothing followed', {}, 'in_force'],
  ['an answer withdrawn to correct', { withdrawnAt: LATER }, 'without_effect'],
  ['an answer withdrawn and sent again', { withdrawnAt: LATER, sentAgain: true }, 'superseded'],
  ['a late answer that was not admitted', { refusedAt: LATER }, 'without_effect'],
  ['an extension before another one', { extendedAgainAt: LATER }, 'superseded'],
])('the receipt of %s', (_, acts, standing) => {
  const since = standing === 'in_force' ? null : LATER
  expect(receiptStanding({ ...on('in_round', 'open'), ...NOTHING, ...acts })).toEqual({ standing, since })
})

test('a matrix exported before its publication counts no more after it', () => {
  const published = { hash: 'a', at: LATER }
  const standing = matrixStanding({ ...on('working', 'published'), hash: null, published })
  expect(standing).toEqual({ standing: 'superseded', since: LATER })
})

test.each<[string, { hash: string; at: string } | null, string]>([
  ['before the publication', null, 'provisional'],
  ['with the published rows', { hash: 'a', at: LATER }, 'in_force'],
  ['and published once more', { hash: 'b', at: LATER }, 'superseded'],
])('a matrix exported %s', (_, published, standing) => {
  const since = standing === 'superseded' ? LATER : null
  expect(matrixStanding({ ...on('working', 'published'), hash: 'a', published })).toEqual({ standing, since })
})
