import { randomBytes, randomUUID } from 'node:crypto'
import type { EntryMethod, SecondFactor } from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'
import { SESSION_S, type SessionOwner } from '../identity/exports.ts'
import { found } from '../refused.ts'

const START: Statement = {
  name: 'account_start_session',
  text: `
    INSERT INTO session (id, token, person_id, expires_at, ip_address, user_agent, method, second_factor, updated_at)
    VALUES ($1, $2, $3, now() + make_interval(secs => ${SESSION_S}), $4, $5, $6, $7, now())`,
}
const RENEW: Statement = {
  name: 'account_renew_session',
  text: `
    UPDATE session SET token = $3, second_factor = $4, last_seen_at = now(), updated_at = now()
    WHERE id = $1 AND person_id = $2 RETURNING id`,
}
const CLOSE_OTHERS: Statement = {
  name: 'account_close_others',
  text: 'DELETE FROM session WHERE person_id = $1 AND id <> $2 RETURNING id',
}

const newToken = (): string => randomBytes(24).toString('base64url')

export type Entry = {
  personId: string
  method: EntryMethod
  secondFactor: SecondFactor | null
  address: string
  userAgent: string | null
}

/** A session of somebody who has shown who they are; its token. */
export async function startSession(reader: Reader, entry: Entry): Promise<string> {
  const token = newToken()
  const { personId, method, secondFactor, address, userAgent } = entry
  await reader.rows(START, [randomUUID(), token, personId, address, userAgent, method, secondFactor])
  return token
}

/** The session goes on under a new token, the old one opens nothing: a factor was shown that it did not have. */
export async function renewSession(reader: Reader, owner: SessionOwner, secondFactor: SecondFactor): Promise<string> {
  const token = newToken()
  found(await reader.one(RENEW, [owner.sessionId, owner.personId, token, secondFactor]))
  return token
}

/** How many there were. */
export const closeOtherSessions = async (reader: Reader, owner: SessionOwner): Promise<number> =>
  (await reader.rows(CLOSE_OTHERS, [owner.personId, owner.sessionId])).length
