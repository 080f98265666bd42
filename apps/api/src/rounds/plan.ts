import { dueOf, type DayKind, type RoundVisibility } from '@portal/domain'
import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { calendarOf } from '../calendar/exports.ts'
import { granted, Refused } from '../refused.ts'

/** What the coordinator plans before the round is opened. */
export type Plan = {
  recipients: readonly string[]
  rule: { amount: number; kind: DayKind }
  calendarKey: string
  visibility: RoundVisibility
  /** How long each OPL may reply to what was decided; null: the matrix is published at once. */
  conformity: { amount: number; kind: DayKind } | null
  message: string
}

const RECIPIENTS: Statement = {
  name: 'round_recipients',
  text: `SELECT id FROM organisation WHERE kind = 'opl' AND id = ANY ($1) ORDER BY position`,
}
const ASK: Statement = {
  name: 'round_ask',
  text: `
    INSERT INTO round_response (round_id, organisation_id, status, status_since)
    SELECT $1, id, 'unopened', $3 FROM unnest($2::text[]) AS id ON CONFLICT DO NOTHING`,
}
/** Only while the round is prepared: a trigger refuses it afterwards. */
const UNASK: Statement = {
  name: 'round_unask',
  text: 'DELETE FROM round_response WHERE round_id = $1 AND organisation_id <> ALL ($2)',
}

/**
 * The recipients in the official order, once the rest of the plan makes sense: a calendar that exists and a rule that
 * gives a due date. Fails early what the opening would refuse anyway.
 */
export async function checkedPlan(act: Act, plan: Plan): Promise<string[]> {
  const calendar = await calendarOf(act, plan.calendarKey)
  for (const rule of [plan.rule, plan.conformity])
    if (rule !== null) granted(dueOf({ notifiedAt: act.now(), rule, calendar }))
  const known = await act.rows<{ id: string }>(RECIPIENTS, [plan.recipients])
  if (known.length !== new Set(plan.recipients).size) throw new Refused({ code: 'NOT_FOUND' })
  return known.map(({ id }) => id)
}

/** One answer, still unopened, for each recipient. */
export async function askRecipients(act: Act, roundId: string, recipients: readonly string[]): Promise<void> {
  await act.rows(UNASK, [roundId, recipients])
  await act.rows(ASK, [roundId, recipients, act.now()])
}

/** As the audit log keeps it. */
export const planDetails = (
  { rule, calendarKey, visibility, conformity, message }: Plan,
  recipients: readonly string[],
) => ({
  recipients,
  amount: rule.amount,
  kind: rule.kind,
  calendar: calendarKey,
  visibility,
  conformity: conformity?.amount,
  conformityKind: conformity?.kind,
  message,
})
