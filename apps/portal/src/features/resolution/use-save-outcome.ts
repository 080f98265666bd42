import type { ObservationView } from '@portal/contracts'
import { useState } from 'react'
import { useAct } from '../../lib/use-act.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useDeskTouches } from './use-desk-touches.ts'
import type { UnsavedOutcomes } from './unsaved-outcomes.ts'

type Outcome = NonNullable<ObservationView['outcome']>

/**
 * Saves the proposal for an observation. A person may go on to another while it is on its way: `about` says of which one
 * the answer speaks.
 */
export function useSaveOutcome(unsaved: UnsavedOutcomes) {
  const trpc = useTRPC()
  const [about, setAbout] = useState<ObservationView | null>(null)
  const settings = { done: 'Propuesta guardada.', touches: useDeskTouches(), quiet: true, beside: true }
  const dispose = useAct(trpc.observations.dispose.mutationOptions(), settings)
  const answer = useAct(trpc.observations.answerReferral.mutationOptions(), settings)
  const act = about?.allowed.includes('answer_referral') ? answer : dispose
  const save = async (observation: ObservationView, outcome: Outcome): Promise<boolean> => {
    const { id, recordVersion } = observation
    setAbout(observation)
    // What was begun on an older version is refused by the API until the person has seen what the other one saved.
    const seen = unsaved.entries[id]?.on ?? recordVersion
    const { run } = observation.allowed.includes('answer_referral') ? answer : dispose
    const done = await run({ id, seen, outcome })
    if (!done) return false
    unsaved.rebase(id, done.recordVersion)
    return true
  }
  return { save, about, isPending: act.isPending, failure: act.failure }
}
