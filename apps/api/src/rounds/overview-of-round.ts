import type { RoundOverview } from '@portal/contracts'
import { DISPOSITIONS, OBSERVATION_TYPES, type Person } from '@portal/domain'
import { sightOf } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { found } from '../refused.ts'
import { overviewStatement, type GatheredOverview } from './overview-statement.ts'
import { observationScopeOf } from './visible-observations.ts'

/** The figures of a round, and which of its specification it is. @throws Refused NOT_FOUND, also while they are not shown */
export async function overviewOfRound(
  deps: Deps,
  actor: Person,
  roundId: string,
): Promise<{ number: number; overview: RoundOverview }> {
  const { rounds, observations } = observationScopeOf(actor)
  const { number, received, resolved, clauses, artworks, ...gathered } = found(
    await readerOn(deps.pool, sightOf(actor)).one<GatheredOverview>(overviewStatement(rounds, observations), [
      actor.organisationId,
      roundId,
    ]),
  )
  const receivedOn = new Map(received.map(({ day, byType }) => [day, byType]))
  const resolvedOn = new Map(resolved.map(({ day, byDisposition }) => [day, byDisposition]))
  const days = [...new Set([...receivedOn.keys(), ...resolvedOn.keys()])].toSorted()
  return {
    number,
    overview: {
      ...gathered,
      clauses: clauses.map((clause) => ({ ...clause, byType: whole(OBSERVATION_TYPES, clause.byType) })),
      artworks: artworks.map((artwork) => ({ ...artwork, byType: whole(OBSERVATION_TYPES, artwork.byType) })),
      days: days.map((day) => ({
        day,
        received: whole(OBSERVATION_TYPES, receivedOn.get(day)),
        resolved: whole(DISPOSITIONS, resolvedOn.get(day)),
      })),
    },
  }
}

/** With a zero for what was not counted. */
const whole = <Key extends string>(keys: readonly Key[], counts: Partial<Record<Key, number>> | null | undefined) =>
  Object.fromEntries(keys.map((key) => [key, counts?.[key] ?? 0])) as Record<Key, number>
