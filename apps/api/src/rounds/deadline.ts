import type { Due, Person } from '@portal/domain'
import { representedBy } from '../acts/represented-by.ts'
import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'

const SET: Statement = {
  name: 'round_set_deadline',
  text: `
    INSERT INTO round_deadline (round_id, position, due, explanation, reason, set_by, set_at, set_for, purpose)
    SELECT $1, coalesce(max(position), 0) + 1, $2, $3, $4, $5, $6, $7, $8 FROM round_deadline WHERE round_id = $1`,
}

/** Appended, never overwritten (domain section 4, rule 5): the explanation is kept as it was given. */
export const setDeadline = (
  act: Act,
  roundId: string,
  due: Due,
  reason: string,
  actor: Person,
  purpose: 'answers' | 'conformity' = 'answers',
) =>
  act.rows(SET, [
    roundId,
    due.at,
    JSON.stringify(due.explanation),
    reason,
    actor.personId,
    act.now(),
    representedBy(actor),
    purpose,
  ])
