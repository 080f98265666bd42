import type { Person, ResponseStatus } from '@portal/domain'
import { representedBy } from '../acts/represented-by.ts'
import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found } from '../refused.ts'
import type { LockedResponse } from './locked-response.ts'

const CHANGE: Statement = {
  name: 'response_change',
  text: `
    UPDATE round_response
    SET status = $3, status_since = $4, opened_at = coalesce(opened_at, $4), record_version = record_version + 1
    WHERE id = $1 AND record_version = $2 RETURNING record_version AS "recordVersion"`,
}
const SEND: Statement = {
  name: 'response_send',
  text: `
    UPDATE round_response
    SET status = $3, status_since = $4, opened_at = coalesce(opened_at, $4), sent_at = $4, sent_by = $5, folio = $6,
      late_reason = $7, sent_for = $8, record_version = record_version + 1
    WHERE id = $1 AND record_version = $2 RETURNING record_version AS "recordVersion"`,
}
const WITHDRAW: Statement = {
  name: 'response_withdraw',
  text: `
    UPDATE round_response
    SET status = $3, status_since = $4, sent_at = NULL, sent_by = NULL, sent_for = NULL, folio = NULL,
      record_version = record_version + 1
    WHERE id = $1 AND record_version = $2 RETURNING record_version AS "recordVersion"`,
}

const write = async (act: Act, statement: Statement, { id, recordVersion }: LockedResponse, values: unknown[]) =>
  found(await act.one<{ recordVersion: number }>(statement, [id, recordVersion, ...values])).recordVersion

/** An answer that is being worked on. */
export const changeResponse = (act: Act, response: LockedResponse, status: ResponseStatus) =>
  write(act, CHANGE, response, [status, act.now()])

/** An answer that is given, with the folio of the receipt that is now in force. */
export const sendResponse = (
  act: Act,
  response: LockedResponse,
  sent: { status: ResponseStatus; by: Person; folio: string | null; lateReason?: string },
) =>
  write(act, SEND, response, [
    sent.status,
    act.now(),
    sent.by.personId,
    sent.folio,
    sent.lateReason ?? null,
    representedBy(sent.by),
  ])

/** An answer that is taken back: no receipt is in force. */
export const withdrawResponse = (act: Act, response: LockedResponse, status: ResponseStatus) =>
  write(act, WITHDRAW, response, [status, act.now()])
