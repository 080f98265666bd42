import type { ActDone } from '@portal/contracts'
import { decideResponse, decideRound, SYSTEM, type ResponseStatus } from '@portal/domain'
import { act, type Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { granted } from '../refused.ts'
import { changeRound } from './change-round.ts'
import { roundFacts } from './facts.ts'
import { eventOf, lockRound, type LockedRound } from './locked-round.ts'
import { keyOf } from './system-key.ts'

type Waiting = { id: string; organisationId: string; status: ResponseStatus; twoLevels: boolean }

/** In the order of their ids, as everybody who takes more than one. */
const LOCK_WAITING: Statement = {
  name: 'round_lock_waiting',
  text: `
    SELECT a.id, a.organisation_id AS "organisationId", a.status, o.two_levels AS "twoLevels"
    FROM round_response AS a JOIN organisation AS o ON o.id = a.organisation_id
    WHERE a.round_id = $1 AND a.status NOT IN ('sent_with_observations', 'no_observations')
    ORDER BY a.id FOR NO KEY UPDATE OF a`,
}
const EXPIRE: Statement = {
  name: 'round_expire_answers',
  text: `
    UPDATE round_response SET status = 'no_answer', status_since = $2, record_version = record_version + 1
    WHERE id = ANY ($1)`,
}

/**
 * Closes a round whose end has come: an act of the product itself, whatever instance does it. The key follows from the
 * round and its end, so that it happens once per end. The round is closed as of its end, even if it was noticed later.
 */
export function closeRound(deps: Deps, roundId: string, due: string): Promise<ActDone> {
  const input = { key: keyOf('rounds.close', roundId, due), roundId }
  return act(deps, SYSTEM, 'rounds.close', input, async (act) => {
    const round = await lockRound(act, input)
    const facts = await roundFacts(act, round.id)
    const { status } = granted(decideRound(facts, { kind: 'close' }, SYSTEM, act.now()))
    const closedAt = round.due ?? act.now()
    const silent = await expireAnswers(act, round, closedAt)
    const recordVersion = await changeRound(act, round, { status, since: closedAt, closedAt })
    await act.record({
      ...eventOf(round),
      verb: 'rounds.close',
      details: { due: round.due, answered: facts.responses.length - silent.length, silent },
    })
    return { recordId: round.id, recordVersion }
  })
}

/** Silence becomes "no answer", told apart from "without observations", which is an act (domain section 4, rule 8). */
async function expireAnswers(act: Act, round: LockedRound, at: string): Promise<string[]> {
  const waiting = await act.rows<Waiting>(LOCK_WAITING, [round.id])
  for (const answer of waiting) {
    const facts = {
      ...answer,
      roundStatus: round.status,
      due: round.due,
      conformityDue: round.conformityDue,
      drafts: 0,
    }
    granted(decideResponse(facts, { kind: 'expire' }, SYSTEM, act.now()))
  }
  await act.rows(EXPIRE, [waiting.map(({ id }) => id), at])
  return waiting.map(({ organisationId }) => organisationId)
}
