import type { ActDone } from '@portal/contracts'
import { decideRound, SYSTEM } from '@portal/domain'
import { act } from '../acts/act.ts'
import type { Deps } from '../deps.ts'
import { granted } from '../refused.ts'
import { roundFacts } from './facts.ts'
import { lockRound } from './locked-round.ts'
import { publishMatrix } from './publish-matrix.ts'
import { keyOf } from './system-key.ts'

/**
 * Publishes the matrix of a round whose conformity phase has ended, as of its end: an act of the product itself, once per
 * end, as `closeRound`. Who did not reply stays without a reply.
 */
export function endConformity(deps: Deps, roundId: string, due: string): Promise<ActDone> {
  const input = { key: keyOf('rounds.publish', roundId, due), roundId }
  return act(deps, SYSTEM, 'rounds.publish', input, async (act) => {
    const round = await lockRound(act, input)
    granted(decideRound(await roundFacts(act, round.id), { kind: 'publish' }, SYSTEM, act.now()))
    return await publishMatrix(act, round, SYSTEM, { verb: 'rounds.publish', since: round.conformityDue ?? act.now() })
  })
}
