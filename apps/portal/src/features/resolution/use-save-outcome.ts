import type { ObservationView } from '@portal/contracts'
import { useState } from 'react'
import { useAct } from '../../lib/use-act.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import type { UnsavedOutcomes } from './unsaved-outcomes.ts'

type Outcome = NonNullable<ObservationView['outcome']>

/**
 * Saves the proposal for an observation. A person may go on to another while it is on its way: `about` says of which one
 * the answer speaks.
 */
export function useSaveOutcome(unsaved: UnsavedOutcomes) {
  const trpc = useTRPC()
  const [about, setAbout] = useState<ObservationView | null>(null)
  const dispose = useAct(trpc.observations.dispose.mutationOptions(), {
    done: 'Propuesta guardada.',
    touches: [trpc.observations.pathFilter(), trpc.rounds.pathFilter(), trpc.turn.pathFilter()],
    quiet: true,
    beside: true,
  })
  const save = async (observation: ObservationView, outcome: Outcome): Promise<boolean> => {
    const { id, recordVersion } = observation
    setAbout(observation)
    // What was begun on an older version is refused by the API until the person has seen what the other one saved.
    const seen = unsaved.entries[id]?.on ?? recordVersion
    const done = await dispose.run({ id, seen, outcome })
    if (!done) return false
    unsaved.rebase(id, done.recordVersion)
    return true
  }
  return { save, about, isPending: dispose.isPending, failure: dispose.failure }
}
