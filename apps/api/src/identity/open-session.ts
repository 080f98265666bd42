import { randomBytes, randomUUID } from 'node:crypto'
import type { Reader, Statement } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { SESSION_S, sessionCookie } from './session-cookie.ts'

const OPEN: Statement = {
  name: 'identity_open_session',
  text: `
    INSERT INTO session
      (id, token, person_id, method, second_factor, provider_id, ip_address, user_agent, expires_at, updated_at)
    VALUES ($1, $2, $3, 'sso', CASE WHEN $4 THEN 'provider' END, $5, $6, $7, now() + make_interval(secs => ${SESSION_S}), now())`,
}

/**
 * Lets in a person whom an identity provider vouched for; where that asked for two factors, the portal asks for no other.
 * Gives the Set-Cookie header.
 */
export async function openSession(
  reader: Reader,
  deps: Pick<Deps, 'publicUrl' | 'secret'>,
  entry: { personId: string; providerId: string; twoFactors: boolean; address: string; userAgent: string | null },
): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const { personId, twoFactors, providerId, address, userAgent } = entry
  await reader.rows(OPEN, [randomUUID(), token, personId, twoFactors, providerId, address, userAgent])
  return sessionCookie(deps, token)
}
