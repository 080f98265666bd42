import type { Person } from '@portal/domain'
import { readerOn } from '../acts/transaction.ts'
import type { Listener } from '../adapters/listener.ts'
import { dayAt } from '../calendar/exports.ts'
import type { Deps } from '../deps.ts'
import { sessionActors } from './actor.ts'
import { sessionCookieName, sessionToken } from './session-cookie.ts'

/** Who asks. `token` is null without a session; `actor` also without an appointment in force. */
type Identified = { token: string | null; actor: Person | null }

export type Identity = {
  identify: (cookies: string | undefined) => Promise<Identified>
  /** Those of the sessions that are still good and appointed, read anew. */
  actorsOf: (tokens: readonly string[]) => Promise<Map<string, Person>>
}

const NOBODY: Identified = { token: null, actor: null }
const FRESH_MS = 5_000
const MOST_KEPT = 20_000

type Kept = { until: number; identified: Promise<Identified> }

/**
 * Knows people by their session's cookie. What it learns it keeps for seconds, and only while it would hear of a change:
 * triggers announce those of people, appointments, organisations and sessions on `identity`.
 */
export async function startIdentity(
  deps: Pick<Deps, 'pool' | 'clock' | 'publicUrl'>,
  listener: Listener,
  secret: string,
): Promise<Identity> {
  const cookie = sessionCookieName(deps.publicUrl)
  const reader = readerOn(deps.pool)
  const kept = new Map<string, Kept>()
  await listener.hear('identity', () => kept.clear())
  listener.onLost(() => kept.clear())

  const load = async (token: string): Promise<Identified> => {
    const actors = await sessionActors(reader, [token], dayAt(deps.clock.now()))
    const actor = actors.get(token)
    return actor === undefined ? NOBODY : { token, actor }
  }
  const identifiedBy = (token: string): Promise<Identified> => {
    if (!listener.connected()) return load(token)
    const now = performance.now()
    const known = kept.get(token)
    if (known && known.until > now) return known.identified
    if (kept.size >= MOST_KEPT) kept.clear()
    const identified = load(token)
    const entry = { until: now + FRESH_MS, identified }
    kept.set(token, entry)
    // What failed is asked again.
    identified.catch(() => kept.get(token) === entry && kept.delete(token))
    return identified
  }

  return {
    identify: async (cookies) => {
      const token = sessionToken(cookies, cookie, secret)
      return token === null ? NOBODY : await identifiedBy(token)
    },
    actorsOf: async (tokens) => {
      const actors = await sessionActors(reader, tokens, dayAt(deps.clock.now()))
      return new Map([...actors].filter((entry): entry is [string, Person] => entry[1] !== null))
    },
  }
}
