import type { Reader, Statement } from '../acts/transaction.ts'
import { networkOf } from '../http/network-of.ts'

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
/** Failures within the window: of one account from one address, of one address over all accounts, and the other way. */
const MOST_PER_ACCOUNT = 10
const MOST_PER_ADDRESS = 100
const MOST_FROM_EVERYWHERE = 100
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

const accountOf = (email: string): string => email.trim().toLowerCase().slice(0, 320)

const fromThere = (email: string, address: string) => ({
  [`sign-in:${networkOf(address)}:${accountOf(email)}`]: MOST_PER_ACCOUNT,
  ...overAllAccounts(address),
})
const overAllAccounts = (address: string) => ({ [`sign-in:${networkOf(address)}`]: MOST_PER_ADDRESS })
/** Nothing where no account was named, as on the way to a provider. */
const fromEverywhere = (email: string) =>
  accountOf(email) === '' ? {} : { [`sign-in-everywhere:${accountOf(email)}`]: MOST_FROM_EVERYWHERE }

/**
 * An attempt to sign in. Whoever is not allowed to from where they are wears no limit of the account, so that nobody locks
 * it to its person without ten addresses, nor for longer than the window.
 */
export async function signInAttempt(reader: Reader, email: string, address: string): Promise<Attempt> {
  const there = await attempt(reader, fromThere(email, address))
  if (!there.allowed) return there
  const everywhere = await attempt(reader, fromEverywhere(email))
  return { ...everywhere, succeeded: () => signInSucceeded(reader, email, address) }
}

/** The same attempt, where it ends in another request than it began in. */
export const signInSucceeded = (reader: Reader, email: string, address: string): Promise<void> =>
  giveBack(reader, Object.keys({ ...fromThere(email, address), ...fromEverywhere(email) }))

/** An attempt at one's own password or second factor; after five that fail the person waits, on every instance. */
export const ownAttempt = (reader: Reader, personId: string, at: 'password' | 'second-factor'): Promise<Attempt> =>
  attempt(reader, { [`${at}:${personId}`]: MOST_OF_ONE_PERSON })

/** An attempt to enter that names nobody: with a passkey. */
export const entryAttempt = (reader: Reader, address: string): Promise<Attempt> =>
  attempt(reader, overAllAccounts(address))
