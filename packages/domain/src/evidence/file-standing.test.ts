import { expect, test } from 'vitest'
import type { RoundStatus } from '../rounds/status.ts'
import type { VersionStatus } from '../specification/version-workflow.ts'
import { fileStanding } from './file-standing.ts'

const VERSION_AT = '2017-12-20T18:00:00Z'
const ROUND_AT = '2017-12-18T18:00:00Z'

test.each<[VersionStatus, RoundStatus, string, string | null]>([
  ['in_round', 'open', 'in_force', null],
  ['in_force', 'concluded', 'in_force', null],
  ['superseded', 'concluded', 'superseded', VERSION_AT],
  ['superseded', 'cancelled', 'without_effect', ROUND_AT],
  ['working', 'cancelled', 'without_effect', ROUND_AT],
  ['withdrawn', 'cancelled', 'without_effect', VERSION_AT],
])('a file of a version that is %s in a round that is %s is %s', (version, round, standing, since) => {
  const sent = {
    version: { status: version, statusSince: VERSION_AT },
    round: { status: round, statusSince: ROUND_AT },
  }
  expect(fileStanding(sent)).toEqual({ standing, since })
})
