import { COORDINATING_AREA, type RoundStatus, type RoundVisibility, type DayKind } from '@portal/domain'
import type { Recorded } from '../acts/act.ts'
import type { Reader, Statement } from '../acts/transaction.ts'
import { found, Refused } from '../refused.ts'
import { iso } from '../specifications/exports.ts'

/** A round under its lock. */
export type LockedRound = {
  id: string
  versionId: string
  number: number
  status: RoundStatus
  due: string | null
  openedAt: string | null
  visibility: RoundVisibility
  ruleAmount: number
  ruleKind: DayKind
  calendarKey: string
  conformityAmount: number | null
  conformityKind: DayKind | null
  conformityDue: string | null
  lastNumber: number
  recordVersion: number
  versionNumber: number
  title: string
  illustrative: boolean
  /** To whom it was, or will be, sent. */
  recipientIds: string[]
  /** INE's areas and those whom it informs. */
  ineIds: string[]
}

/** SQL: what is read of a round under a lock, from `review_round AS r` with its version and specification. */
export const LOCKED_ROUND = `
  r.id, r.version_id AS "versionId", r.number, r.status, ${iso('r.due')} AS due, ${iso('r.opened_at')} AS "openedAt", r.visibility,
  r.rule_amount AS "ruleAmount", r.rule_kind AS "ruleKind", r.calendar_key AS "calendarKey",
  r.conformity_amount AS "conformityAmount", r.conformity_kind AS "conformityKind", ${iso('r.conformity_due')} AS "conformityDue",
  r.last_number AS "lastNumber", r.record_version AS "recordVersion", v.number AS "versionNumber", s.title,
  s.illustrative,
  ARRAY(SELECT organisation_id FROM round_response WHERE round_id = r.id) AS "recipientIds",
  ARRAY(SELECT id FROM organisation WHERE kind <> 'opl') AS "ineIds"
  FROM review_round AS r
  JOIN specification_version AS v ON v.id = r.version_id JOIN specification AS s ON s.id = v.specification_id`

/**
 * Who changes a round, or gives numbers in it, holds it alone; who writes in it meanwhile is not kept waiting, because
 * a foreign key only takes FOR KEY SHARE. Acts on one answer or one observation, which only need the round to stay as it
 * is, take FOR SHARE. Nobody ever strengthens a lock that others may share.
 */
const LOCK: Statement = {
  name: 'round_lock',
  text: `SELECT ${LOCKED_ROUND} WHERE r.id = $1 FOR NO KEY UPDATE OF r`,
}
/** For DERFE and the product itself, who see all rounds. @throws Refused when somebody changed it meanwhile */
export async function lockRound(reader: Reader, input: { roundId: string; seen?: number }): Promise<LockedRound> {
  const round = found(await reader.one<LockedRound>(LOCK, [input.roundId]))
  if (input.seen !== undefined && round.recordVersion !== input.seen) {
    throw new Refused({ code: 'CHANGED_MEANWHILE', recordVersion: round.recordVersion })
  }
  return round
}

/** As receipts name it. */
export const subjectOf = (round: LockedRound): string =>
  `${round.title}, versión ${round.versionNumber}, ronda ${round.number}`

/** Everybody who may know of the round: until it is opened only DERFE. */
export const audienceOf = (round: LockedRound): string[] =>
  round.openedAt === null ? [COORDINATING_AREA] : [...round.recipientIds, ...round.ineIds]

/** What all events of a round's own chain have in common. */
export const eventOf = (round: LockedRound) =>
  ({
    recordKind: 'round',
    recordId: round.id,
    roundId: round.id,
    versionId: round.versionId,
    audience: audienceOf(round),
  }) as const satisfies Partial<Recorded>
