import type { Reader, Statement } from '../acts/transaction.ts'

const TRY: Statement = {
  name: 'identity_try',
  text: `
    INSERT INTO rate_limit AS r (id, key, count, last_request)
    SELECT gen_random_uuid()::text, key, 1, $2 FROM unnest($1::text[]) AS key ORDER BY key
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r.last_request < $3 THEN 1 ELSE r.count + 1 END,
      last_request = CASE WHEN r.last_request < $3 THEN excluded.last_request ELSE r.last_request END
    RETURNING key, count`,
}
const GIVE_BACK: Statement = {
  name: 'identity_give_back',
  text: 'UPDATE rate_limit SET count = greatest(count - 1, 0) WHERE key = ANY($1)',
}
const CLEAN: Statement = { name: 'identity_clean_attempts', text: 'DELETE FROM rate_limit WHERE last_request < $1' }

const WINDOW_MS = 10 * 60_000
/** Failures within the window: of one account from one address, and of one address over all accounts. */
const MOST_PER_ACCOUNT = 10
const MOST_PER_ADDRESS = 100

export type Attempt = { allowed: boolean; succeeded: () => Promise<void> }

/**
 * Counts an attempt to sign in, in the database so that neither a restart nor another instance forgets it. What succeeds
 * is given back: only failures wear the limit, and nobody locks another person's account from elsewhere.
 */
export async function signInAttempt(reader: Reader, email: string, address: string): Promise<Attempt> {
  const now = Date.now()
  const perAccount = `sign-in:${address}:${email.trim().toLowerCase().slice(0, 320)}`
  const perAddress = `sign-in:${address}`
  const rows = await reader.rows<{ key: string; count: number }>(TRY, [[perAccount, perAddress], now, now - WINDOW_MS])
  const counts = new Map(rows.map(({ key, count }) => [key, count]))
  const allowed = (counts.get(perAccount) ?? 0) <= MOST_PER_ACCOUNT && (counts.get(perAddress) ?? 0) <= MOST_PER_ADDRESS
  return {
    allowed,
    succeeded: async () => {
      await reader.rows(GIVE_BACK, [[perAccount, perAddress]])
      await reader.rows(CLEAN, [now - WINDOW_MS])
    },
  }
}
