import type { Reader, Statement } from '../acts/transaction.ts'

const TRY: Statement = {
  name: 'identity_try',
  text: `
    INSERT INTO rate_limit AS r (id, key, count, last_request)
    SELECT gen_random_uuid()::text, key, 1, $2 FROM unnest($1::text[]) AS key ORDER BY key
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r.last_request < $3 THEN 1 ELSE r.count + 1 END,
      last_request = CASE WHEN r.last_request < $3 THEN excluded.last_request ELSE r.last_request END
    RETURNING key, count, last_request::float8 AS since`,
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
/** Of one account from wherever: whoever gets here knows its password or holds its session. */
const MOST_OF_ONE_PERSON = 5

/** `seconds` until another one is allowed; 0 when this one is. */
export type Attempt = { allowed: boolean; seconds: number; succeeded: () => Promise<void> }

/**
 * Counts an attempt, in the database so that neither a restart nor another instance forgets it. What succeeds is given
 * back: only failures wear the limits.
 * @param most how many may fail within the window, by what they are counted under
 */
async function attempt(reader: Reader, most: Readonly<Record<string, number>>): Promise<Attempt> {
  const now = Date.now()
  const keys = Object.keys(most)
  const rows = await reader.rows<{ key: string; count: number; since: number }>(TRY, [keys, now, now - WINDOW_MS])
  const worn = rows.filter(({ key, count }) => count > (most[key] ?? 0))
  return {
    allowed: worn.length === 0,
    seconds: Math.max(0, ...worn.map(({ since }) => Math.ceil((since + WINDOW_MS - now) / 1000))),
    succeeded: async () => await giveBack(reader, keys),
  }
}

async function giveBack(reader: Reader, keys: readonly string[]): Promise<void> {
  await reader.rows(GIVE_BACK, [keys])
  await reader.rows(CLEAN, [Date.now() - WINDOW_MS])
}

const signingIn = (email: string, address: string) => ({
  [`sign-in:${address}:${email.trim().toLowerCase().slice(0, 320)}`]: MOST_PER_ACCOUNT,
  [`sign-in:${address}`]: MOST_PER_ADDRESS,
})

/** An attempt to sign in. Nobody locks another person's account from elsewhere. */
export const signInAttempt = (reader: Reader, email: string, address: string): Promise<Attempt> =>
  attempt(reader, signingIn(email, address))

/** The same attempt, where it ends in another request than it began in. */
export const signInSucceeded = (reader: Reader, email: string, address: string): Promise<void> =>
  giveBack(reader, Object.keys(signingIn(email, address)))

/** An attempt at one's own password or second factor; after five that fail the person waits, on every instance. */
export const ownAttempt = (reader: Reader, personId: string, at: 'password' | 'second-factor'): Promise<Attempt> =>
  attempt(reader, { [`${at}:${personId}`]: MOST_OF_ONE_PERSON })

/** An attempt to enter that names nobody: with a passkey. */
export const entryAttempt = (reader: Reader, address: string): Promise<Attempt> =>
  attempt(reader, { [`sign-in:${address}`]: MOST_PER_ADDRESS })
