import type { ObservationView, OutcomeStepView, RoundView } from '@portal/contracts'
import { aClause, anObservation, aDone, aResponse, aRound, aVersion, SAMPLE_NOW, sampleId } from '@portal/samples'
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

const PROPOSER = { id: 'derfe_coordinator-derfe', name: 'Irene Solís Vega' }

type Disposed = { id: string; seen: number; outcome: NonNullable<ObservationView['outcome']> }

/** A round whose outcomes are really kept, so that the screen sees after an act what it did. */
export function aDesk(observations: ObservationView[], round: Partial<RoundView> = {}) {
  const kept = new Map(observations.map((one) => [one.id, one]))
  const disposed: Disposed[] = []
  const steps = new Map<string, OutcomeStepView[]>()
  const rows = () => [...kept.values()]
  /** The act on an outcome that was done now, at the end of those that the observation had. */
  const keep = (before: ObservationView, kind: OutcomeStepView['kind'], outcome: ObservationView['outcome']) => {
    const { id, recordVersion } = before
    const had = steps.get(id) ?? []
    steps.set(id, [...had, { seq: had.length + 1, kind, by: PROPOSER, at: SAMPLE_NOW, outcome }])
    const stands = outcome === null ? ([] as const) : (['undo'] as const)
    const allowed = [...before.allowed.filter((command) => command !== 'undo'), ...stands]
    const status = outcome === null ? 'received' : 'proposed'
    kept.set(id, { ...before, status, outcome, allowed, recordVersion: recordVersion + 1 })
    return aDone({ recordId: id, recordVersion: recordVersion + 1 })
  }
  const unchanged = (id: string, seen: number) => {
    const before = kept.get(id)!
    const { recordVersion } = before
    if (seen !== recordVersion) throw new StubRefusal({ code: 'CHANGED_MEANWHILE', recordVersion })
    return before
  }
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
        const before = unchanged(id, seen)
        const given: Disposed['outcome'] = { ...outcome, answeredBy: outcome.answeredBy }
        disposed.push({ id, seen, outcome: given })
        return keep(before, 'dispose', given)
      },
      undo: ({ id, seen }) => {
        const given = (steps.get(id) ?? []).filter(({ kind }) => kind === 'dispose')
        return keep(unchanged(id, seen), 'undo', given.at(-2)?.outcome ?? null)
      },
      outcomes: ({ id }) => steps.get(id) ?? [],
    },
  }
  return { stubs, disposed, kept }
}
