import type { Person } from '@portal/domain'
import { readerOn, type Statement } from '../acts/transaction.ts'
import type { Listener } from '../adapters/listener.ts'
import { dayAt } from '../calendar/exports.ts'
import type { Deps } from '../deps.ts'
import { Refused } from '../refused.ts'
import { sessionActors, type SecondFactorLack, type SessionOwner } from './actor.ts'
import { sessionCookieName, sessionToken } from './session-cookie.ts'

/** Who asks. `token` and `owner` are null without a session. */
export type Identified = {
  token: string | null
  owner: SessionOwner | null
  /** The person under the appointment in force; null also while the session lacks its second factor. */
  actor: Person | null
  lacks: SecondFactorLack | null
}

export type Identity = {
  identify: (cookies: string | undefined) => Promise<Identified>
  /** Those of the sessions that are still good, appointed and lack nothing, read anew. */
  actorsOf: (tokens: readonly string[]) => Promise<Map<string, Person>>
  /** Told when any session, person, appointment or factor has changed. */
  onChanged: (told: () => void) => void
}

export const NOBODY: Identified = { token: null, owner: null, actor: null, lacks: null }
const FRESH_MS = 5_000
const MOST_KEPT = 20_000

const SEEN: Statement = { name: 'identity_seen', text: 'UPDATE session SET last_seen_at = now() WHERE token = $1' }

type Kept = { until: number; identified: Promise<Identified> }

/**
 * Knows people by their session's cookie. What it learns it keeps for seconds, and only while it would hear of a change:
 * triggers announce those of people, appointments, organisations, sessions and second factors on `identity`.
 */
export async function startIdentity(
  deps: Pick<Deps, 'pool' | 'clock' | 'publicUrl' | 'log'>,
  listener: Listener,
  secret: string,
): Promise<Identity> {
  const cookie = sessionCookieName(deps.publicUrl)
  const reader = readerOn(deps.pool)
  const kept = new Map<string, Kept>()
  const changed: (() => void)[] = []
  await listener.hear('identity', () => {
    kept.clear()
    for (const told of changed) told()
  })
  listener.onLost(() => kept.clear())

  const load = async (token: string): Promise<Identified> => {
    const entered = (await sessionActors(reader, [token], dayAt(deps.clock.now()))).get(token)
    if (entered === undefined) return NOBODY
    if (entered.unseen) {
      reader
        .rows(SEEN, [token])
        .catch((error: unknown) => deps.log.warn({ err: error }, 'a session was not noted as seen'))
    }
    const { owner, appointed, lacks } = entered
    return { token, owner, actor: lacks ? null : appointed, lacks }
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
      const sessions = await sessionActors(reader, tokens, dayAt(deps.clock.now()))
      return new Map(
        [...sessions].flatMap(([token, { appointed, lacks }]) => (appointed && !lacks ? [[token, appointed]] : [])),
      )
    },
    onChanged: (told) => void changed.push(told),
  }
}

/** Whoever may ask for anything of the portal's own. @throws Refused NOT_SIGNED_IN, SECOND_FACTOR_REQUIRED, NO_APPOINTMENT */
export function enteredPerson({ owner, actor, lacks }: Pick<Identified, 'owner' | 'actor' | 'lacks'>): Person {
  if (owner === null) throw new Refused({ code: 'NOT_SIGNED_IN' })
  if (lacks) throw new Refused({ code: 'SECOND_FACTOR_REQUIRED', step: lacks.step })
  if (actor === null) throw new Refused({ code: 'NO_APPOINTMENT' })
  return actor
}

/**
 * Whoever may change how they themselves enter: also before a second factor is set up, but not before one is shown.
 * @throws Refused NOT_SIGNED_IN, SECOND_FACTOR_REQUIRED
 */
export function sessionOwner({ owner, lacks }: Pick<Identified, 'owner' | 'lacks'>): SessionOwner {
  if (owner === null) throw new Refused({ code: 'NOT_SIGNED_IN' })
  if (lacks?.step === 'enter') throw new Refused({ code: 'SECOND_FACTOR_REQUIRED', step: 'enter' })
  return owner
}
