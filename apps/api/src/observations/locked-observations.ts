import type { Classification, ObservationFacts } from '@portal/domain'
import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import { found, Refused } from '../refused.ts'
import { LOCKED_ROUND, targetClass, type LockedRound } from '../rounds/exports.ts'

/** An observation that was sent, under its lock. */
export type LockedObservation = Omit<ObservationFacts, 'roundStatus'> & {
  id: string
  recordVersion: number
  /** The text that its OPL asks for. */
  shouldSay: string
  /** Of what it observes. */
  classification: Classification | null
}

/** Those on which an act is to be done, at the record versions that the person has seen. */
export type Seen = { id: string; seen: number }

/** Kept as it is: a proposal of the round waits until this act is in, or this act comes too late for it. */
const HOLD_ROUND: Statement = {
  name: 'observation_hold_round',
  text: `SELECT ${LOCKED_ROUND} WHERE r.id = $1 FOR SHARE OF r`,
}
const ROUND_OF: Statement = {
  name: 'observation_round_of',
  text: `
    SELECT round_id AS "roundId" FROM observation
    WHERE id = $1 AND status NOT IN ('draft', 'withdrawn') AND ($2::text IS NULL OR referred_to = $2)`,
}
/** In the order of their ids, as everybody who takes more than one. */
const LOCK: Statement = {
  name: 'observation_lock_sent',
  text: `
    SELECT o.id, o.number, o.status, o.record_version AS "recordVersion", o.referred_to AS "referredTo",
      o.should_say AS "shouldSay", o.disposition IS NOT NULL AS "hasOutcome", a.status AS "responseStatus", a.late_admitted AS "lateAdmitted",
      ${targetClass({ classes: 'NULL', day: '$3' })} AS classification
    FROM observation AS o
    JOIN round_response AS a ON a.id = o.response_id
    LEFT JOIN clause AS c ON c.id = o.clause_id
    LEFT JOIN artwork AS w ON w.id = o.artwork_id
    WHERE o.round_id = $1 AND o.id = ANY ($2::uuid[]) AND o.status NOT IN ('draft', 'withdrawn')
      AND ($4::text IS NULL OR o.referred_to = $4)
    ORDER BY o.id FOR NO KEY UPDATE OF o`,
}

type Subjects = {
  roundId: string
  observations: readonly Seen[]
  /** Of the area that acts: what is not referred to it does not exist for it. Null: DERFE. */
  areaId?: string
}

/**
 * The observations of one round that an act is about, with their round, all under their locks. All or none.
 * @throws Refused NOT_FOUND, or CHANGED_MEANWHILE with the number of the first that somebody changed
 */
export async function lockObservations(
  act: Act,
  { roundId, observations, areaId }: Subjects,
): Promise<{ round: LockedRound; locked: LockedObservation[] }> {
  const round = found(await act.one<LockedRound>(HOLD_ROUND, [roundId]))
  const ids = observations.map(({ id }) => id)
  const rows = await act.rows<LockedObservation>(LOCK, [roundId, ids, dayAt(act.now()), areaId ?? null])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const locked = observations.map(({ id, seen }) => {
    const row = found(byId.get(id))
    const { recordVersion, number } = row
    if (recordVersion !== seen) throw new Refused({ code: 'CHANGED_MEANWHILE', recordVersion, number })
    return row
  })
  return { round, locked: locked.toSorted((one, other) => (one.number ?? Infinity) - (other.number ?? Infinity)) }
}

/** One of them, whose round nobody named. */
export async function lockObservation(
  act: Act,
  { id, seen, areaId }: Seen & { areaId?: string },
): Promise<{ round: LockedRound; observation: LockedObservation }> {
  const { roundId } = found(await act.one<{ roundId: string }>(ROUND_OF, [id, areaId ?? null]))
  const subjects = { roundId, observations: [{ id, seen }], ...(areaId !== undefined && { areaId }) }
  const { round, locked } = await lockObservations(act, subjects)
  return { round, observation: found(locked[0]) }
}

/** What the domain decides on. */
export const factsOn = (round: LockedRound, observation: LockedObservation): ObservationFacts => ({
  ...observation,
  roundStatus: round.status,
})
