import type { Due } from '@portal/domain'
import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'

const SET: Statement = {
  name: 'round_set_deadline',
  text: `
    INSERT INTO round_deadline (round_id, position, due, explanation, reason, set_by, set_at)
    SELECT $1, coalesce(max(position), 0) + 1, $2, $3, $4, $5, $6 FROM round_deadline WHERE round_id = $1`,
}

/** Appended, never overwritten (domain section 4, rule 5): the explanation is kept as it was given. */
export const setDeadline = (act: Act, roundId: string, due: Due, reason: string, personId: string) =>
  act.rows(SET, [roundId, due.at, JSON.stringify(due.explanation), reason, personId, act.now()])
