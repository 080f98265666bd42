import type { AuthenticationResponseJSON, WebAuthnCredential } from '@simplewebauthn/server'
import { inTransaction, readerOn, type Statement } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { Refused } from '../refused.ts'
import { answeredCounter } from './passkeys.ts'
import { startSession } from './session.ts'

const FIND: Statement = {
  name: 'account_find_passkey',
  text: `
    SELECT id, person_id AS "personId", public_key AS "publicKey", counter::float8 AS counter
    FROM passkey WHERE credential_id = $1`,
}
/** Two answers with one state of the counter: only one of them comes from the passkey that we know. */
const USE: Statement = {
  name: 'account_use_passkey',
  text: 'UPDATE passkey SET counter = $3, last_used_at = now() WHERE id = $1 AND counter = $2 RETURNING id',
}
const LEAVE: Statement = { name: 'account_leave_session', text: 'DELETE FROM session WHERE token = $1' }

type Found = { id: string; personId: string; publicKey: Buffer; counter: number }

/**
 * The token of a new session for whoever answered with one of their passkeys.
 * @param from `replaces` is the session that the browser had: it was left half way, or is somebody else's
 * @throws Refused PASSKEY_NOT_ACCEPTED, also for one that nobody has
 */
export async function enterWithPasskey(
  deps: Deps,
  response: AuthenticationResponseJSON,
  { replaces, ...from }: { address: string; userAgent: string | null; replaces: string | null },
): Promise<string> {
  const reader = readerOn(deps.pool)
  const passkey = await reader.one<Found>(FIND, [response.id])
  if (!passkey) throw new Refused({ code: 'PASSKEY_NOT_ACCEPTED' })
  const credential: WebAuthnCredential = {
    id: response.id,
    publicKey: new Uint8Array(passkey.publicKey),
    counter: passkey.counter,
  }
  const counter = await answeredCounter(reader, deps, credential, response)
  return await inTransaction(deps.pool, async (writer) => {
    if (!(await writer.one(USE, [passkey.id, passkey.counter, counter]))) {
      throw new Refused({ code: 'PASSKEY_NOT_ACCEPTED' })
    }
    if (replaces !== null) await writer.rows(LEAVE, [replaces])
    const { personId } = passkey
    return await startSession(writer, { personId, method: 'passkey', secondFactor: 'passkey', ...from })
  })
}
