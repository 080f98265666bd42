import { isRestricted, type Person } from '@portal/domain'
import { recordReading } from '../acts/reading.ts'
import { dayAt } from '../calendar/exports.ts'
import type { Deps } from '../deps.ts'
import { readingOf } from '../specifications/exports.ts'
import type { GatheredObservation } from './view.ts'

/** Of the observations that somebody is about to read, what not everybody may: on record before it is given to them. */
export async function recordReadings(
  deps: Deps,
  actor: Person,
  versionId: string,
  observations: readonly GatheredObservation[],
): Promise<void> {
  const subject = restrictedIn(observations, dayAt(deps.clock.now()))
  if (subject !== '') await recordReading(deps, actor, readingOf(versionId, subject))
  for (const [recordId, roundId] of unsentIn(observations, actor)) {
    const verb = 'responses.readDrafts'
    // One after the other: at most as many as there are OPL, and only the first time in an hour.
    await recordReading(deps, actor, { recordKind: 'response', recordId, verb, details: {}, roundId, versionId })
  }
}

function restrictedIn(observations: readonly GatheredObservation[], day: string): string {
  const read = observations.filter(
    ({ classification, held }) => !held && classification !== null && isRestricted(classification, day),
  )
  return [...new Set(read.map(({ citation, element }) => citation ?? element ?? ''))].join(', ')
}

/** The answers of other organisations of which something is among them that was not sent. */
function unsentIn(observations: readonly GatheredObservation[], { organisationId }: Person): Map<string, string> {
  const unsent = observations.filter(
    (one) => one.organisationId !== organisationId && (one.status === 'draft' || one.status === 'withdrawn'),
  )
  return new Map(unsent.map(({ responseId, roundId }) => [responseId, roundId]))
}
