import type { ObservationView, RoundView } from '@portal/contracts'
import { aClause, anObservation, aDone, aResponse, aRound, aVersion, sampleId } from '@portal/samples'
import { StubRefusal, type Stubs } from '../../../testing/stub-api.ts'

/** For tests: a round under resolution. */
export const received = (number: number, changes: Partial<ObservationView> = {}) =>
  anObservation({
    id: sampleId(100 + number),
    number,
    status: 'received',
    shouldSay: `Debe decir ${number}.`,
    allowed: ['dispose'],
    ...changes,
  })

const resolving = (changes: Partial<RoundView> = {}) =>
  aRound({
    status: 'resolving',
    ownResponseId: null,
    observations: 3,
    withoutOutcome: 3,
    responses: [aResponse({ status: 'sent_with_observations', observations: 3 })],
    allowed: ['dispose'],
    ...changes,
  })

type Disposed = { id: string; seen: number; outcome: NonNullable<ObservationView['outcome']> }

/** A round whose outcomes are really kept, so that the screen sees after an act what it did. */
export function aDesk(observations: ObservationView[], round: Partial<RoundView> = {}) {
  const kept = new Map(observations.map((one) => [one.id, one]))
  const disposed: Disposed[] = []
  const rows = () => [...kept.values()]
  const stubs: Stubs = {
    rounds: {
      get: () => resolving({ ...round, withoutOutcome: rows().filter(({ outcome }) => outcome === null).length }),
    },
    specifications: { version: () => aVersion({ clauses: [aClause()] }) },
    observations: {
      list: ({ disposition }) => ({
        rows: rows().filter(({ outcome }) => disposition !== 'none' || outcome === null),
        next: null,
      }),
      get: ({ id }) => kept.get(id)!,
      dispose: ({ id, seen, outcome }) => {
        const before = kept.get(id)!
        if (seen !== before.recordVersion) {
          throw new StubRefusal({ code: 'CHANGED_MEANWHILE', recordVersion: before.recordVersion })
        }
        const given: Disposed['outcome'] = { ...outcome, answeredBy: outcome.answeredBy }
        disposed.push({ id, seen, outcome: given })
        kept.set(id, { ...before, status: 'proposed', outcome: given, recordVersion: seen + 1 })
        return aDone({ recordId: id, recordVersion: seen + 1 })
      },
    },
  }
  return { stubs, disposed, kept }
}
