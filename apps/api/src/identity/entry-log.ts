import { createHmac } from 'node:crypto'
import type { Deps } from '../deps.ts'
import { Refused } from '../refused.ts'

type Way = { way: 'password' | 'second-factor' | 'passkey' | 'sso'; account: string | null; address: string }

/**
 * One line of the log for each attempt to enter, with what came of it. Whose account it was for is under a keyed hash:
 * attempts at one account are found together, and addresses of e-mail, or what was typed for one, are not in the log.
 * @param why null for whoever got in
 */
export function logEntry(
  { log, secret }: Pick<Deps, 'log' | 'secret'>,
  { way, account, address }: Way,
  why: string | null,
): void {
  const hashed =
    account && createHmac('sha256', secret).update(`entry:${account.trim().toLowerCase()}`).digest('hex').slice(0, 32)
  const line = { entry: why === null ? 'granted' : 'refused', way, account: hashed, address }
  log.info(why === null ? line : { ...line, why }, 'an attempt to enter')
}

/** Logs what comes of `run`, which lets somebody in or refuses. */
export async function loggingEntry<Answer>(
  deps: Pick<Deps, 'log' | 'secret'>,
  attempt: Way,
  run: () => Promise<Answer>,
): Promise<Answer> {
  try {
    const answer = await run()
    logEntry(deps, attempt, null)
    return answer
  } catch (error) {
    if (error instanceof Refused) logEntry(deps, attempt, error.refusal.code)
    throw error
  }
}
