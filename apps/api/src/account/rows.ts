import type { AccountView, OwnSession } from '@portal/contracts'
import type { Reader, Statement } from '../acts/transaction.ts'
import type { SessionOwner } from '../identity/exports.ts'
import { iso } from '../specifications/exports.ts'
import { isCompulsoryFor } from './policy.ts'

const SESSIONS: Statement = {
  name: 'account_sessions',
  text: `
    SELECT id, user_agent AS "userAgent", ip_address AS address, ${iso('created_at')} AS since,
      ${iso('last_seen_at')} AS "lastSeen", method, second_factor AS "secondFactor", id = $2 AS current
    FROM session WHERE person_id = $1 AND expires_at > now()
    ORDER BY id = $2 DESC, last_seen_at DESC, id`,
}
const FACTORS: Statement = {
  name: 'account_factors',
  text: `
    SELECT EXISTS (SELECT FROM account WHERE person_id = $1 AND password IS NOT NULL) AS "hasPassword",
      (SELECT ${iso('confirmed_at')} FROM totp WHERE person_id = $1) AS "totpSince",
      (SELECT count(*)::int FROM recovery_code WHERE person_id = $1 AND used_at IS NULL) AS "recoveryCodesLeft",
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'createdAt', ${iso('created_at')},
          'lastUsedAt', ${iso('last_used_at')}) ORDER BY created_at, id), '[]')
        FROM passkey WHERE person_id = $1) AS passkeys`,
}

type Factors = Pick<AccountView, 'hasPassword' | 'totpSince' | 'recoveryCodesLeft' | 'passkeys'>

export async function accountRow(
  reader: Reader,
  owner: SessionOwner,
  { day, settingUp }: { day: string; settingUp: boolean },
): Promise<AccountView> {
  const [sessions, [factors], compulsory] = await Promise.all([
    reader.rows<OwnSession>(SESSIONS, [owner.personId, owner.sessionId]),
    reader.rows<Factors>(FACTORS, [owner.personId]),
    settingUp || isCompulsoryFor(reader, owner.personId, day),
  ])
  if (!factors) throw new Error('a query without a table gave no row')
  return { name: owner.personName, email: owner.email, sessions, compulsory, ...factors }
}
