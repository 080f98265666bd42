import type { RoundStatus } from '@portal/domain'
import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found } from '../refused.ts'
import type { LockedRound } from './locked-round.ts'

const CHANGE: Statement = {
  name: 'round_change',
  text: `
    UPDATE review_round
    SET status = $3, status_since = CASE WHEN status = $3 THEN status_since ELSE $4 END,
      due = coalesce($5, due), opened_at = coalesce(opened_at, $6), closed_at = coalesce(closed_at, $7),
      published_at = coalesce($8, published_at), matrix_hash = coalesce($9, matrix_hash), conformity_due = coalesce($10, conformity_due),
      record_version = record_version + 1
    WHERE id = $1 AND record_version = $2 RETURNING record_version AS "recordVersion"`,
}

type Change = {
  status: RoundStatus
  /** Since when it is so; the instant of the act unless told. */
  since?: string
  due?: string
  openedAt?: string
  closedAt?: string
  publishedAt?: string
  matrixHash?: string
  conformityDue?: string
}

/** Writes what was decided on a locked round. */
export async function changeRound(act: Act, round: LockedRound, change: Change): Promise<number> {
  const changed = await act.one<{ recordVersion: number }>(CHANGE, [
    round.id,
    round.recordVersion,
    change.status,
    change.since ?? act.now(),
    change.due ?? null,
    change.openedAt ?? null,
    change.closedAt ?? null,
    change.publishedAt ?? null,
    change.matrixHash ?? null,
    change.conformityDue ?? null,
  ])
  return found(changed).recordVersion
}

const GIVE_NUMBERS: Statement = {
  name: 'round_give_numbers',
  text: 'UPDATE review_round SET last_number = last_number + $2 WHERE id = $1',
}

/**
 * The next `count` numbers of a round that is locked FOR NO KEY UPDATE. The round's version stays: who has it on screen
 * has seen nothing that changed.
 */
export async function giveNumbers(act: Act, round: LockedRound, count: number): Promise<number[]> {
  if (count > 0) await act.rows(GIVE_NUMBERS, [round.id, count])
  return Array.from({ length: count }, (_, index) => round.lastNumber + 1 + index)
}
