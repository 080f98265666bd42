import type { ObservationView } from '@portal/contracts'
import { useAct } from '../../lib/use-act.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { observationTitle } from './observation-words.ts'
import { isUnsaved, type UnsavedOutcomes } from './unsaved-outcomes.ts'
import { useDeskTouches } from './use-desk-touches.ts'

/** Takes back the outcome that stands. What somebody typed on it and did not save is not to vanish with it. */
export function useUndoOutcome(unsaved: UnsavedOutcomes, say: (words: string) => void) {
  const trpc = useTRPC()
  const settings = { done: 'Última propuesta deshecha.', touches: useDeskTouches(), quiet: true }
  const { run, isPending } = useAct(trpc.observations.undo.mutationOptions(), settings)
  const undo = async (observation: ObservationView): Promise<void> => {
    const { id, recordVersion, allowed } = observation
    if (!allowed.includes('undo') || isPending) return
    const typed = unsaved.entries[id]
    if (typed && isUnsaved(typed, observation)) {
      return say('Hay algo escrito sin guardar: guárdelo o descártelo antes de deshacer.')
    }
    say('')
    if (!(await run({ id, seen: typed?.on ?? recordVersion }))) return
    unsaved.forget(id)
    say(`${observationTitle(observation)}: se deshizo la última propuesta.`)
  }
  return { undo, isPending }
}
