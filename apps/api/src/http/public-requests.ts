import { readerOn, type Statement } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { Refused } from '../refused.ts'
import { networkOf } from './network-of.ts'

const WINDOW_MS = 60_000
/** Far above what people do by hand, also where a whole office shares an address. */
export const MOST_PUBLIC_REQUESTS = 120

/** In the table of the attempts to sign in, which also clears it: neither a restart nor another instance forgets. */
const COUNT: Statement = {
  name: 'public_requests_count',
  text: `
    INSERT INTO rate_limit AS r (id, key, count, last_request) VALUES (gen_random_uuid()::text, $1, 1, $2)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r.last_request <= $3 THEN 1 ELSE r.count + 1 END,
      last_request = CASE WHEN r.last_request <= $3 THEN excluded.last_request ELSE r.last_request END
    RETURNING count, last_request::float8 AS since`,
}

/**
 * Counts a request that anybody may make without a session: what is asked with codes and hashes must not be guessed.
 * @throws Refused TOO_MANY_REQUESTS with the seconds until the address may ask again
 */
export async function countPublicRequest({ pool }: Pick<Deps, 'pool'>, address: string): Promise<void> {
  const now = Date.now()
  const values = [`public:${networkOf(address)}`, now, now - WINDOW_MS]
  const row = await readerOn(pool).one<{ count: number; since: number }>(COUNT, values)
  if (!row || row.count <= MOST_PUBLIC_REQUESTS) return
  throw new Refused({
    code: 'TOO_MANY_REQUESTS',
    seconds: Math.max(1, Math.ceil((row.since + WINDOW_MS - now) / 1000)),
  })
}
