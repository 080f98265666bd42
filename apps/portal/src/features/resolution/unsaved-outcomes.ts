import type { ObservationView } from '@portal/contracts'
import { DISPOSITIONS } from '@portal/domain'
import { useMemo, useRef, useState } from 'react'
import { z } from 'zod'
import { formOf, sameMeaning, type OutcomeForm } from './outcome-form.ts'

const Unsaved = z.object({
  form: z.object({
    disposition: z.enum(DISPOSITIONS).nullable(),
    reason: z.string(),
    agreedText: z.string(),
    answeredBy: z.int().positive().nullable(),
  }),
  /** The observation's record version on which it was typed; after a save, the version that the save gave. */
  on: z.int(),
})
export type Unsaved = z.infer<typeof Unsaved>

type Versioned = Pick<ObservationView, 'recordVersion' | 'outcome'>

/** Whether something was typed that the portal does not have. A save that is on its way back to the list is not. */
export const isUnsaved = ({ form, on }: Unsaved, { recordVersion, outcome }: Versioned): boolean =>
  on <= recordVersion && !sameMeaning(form, formOf(outcome))

/** Somebody saved another outcome after this was begun. */
export const isOvertaken = (unsaved: Unsaved, observation: Versioned): boolean =>
  unsaved.on < observation.recordVersion && isUnsaved(unsaved, observation)

const isSettled = (unsaved: Unsaved, observation: Versioned): boolean =>
  unsaved.on <= observation.recordVersion && !isUnsaved(unsaved, observation)

/** One entry per observation, so that two windows on the same round do not overwrite each other's texts. */
const entryKey = (prefix: string, id: string) => `${prefix}/${id}`

function readAll(prefix: string): Record<string, Unsaved> {
  const found: Record<string, Unsaved> = {}
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(`${prefix}/`)) continue
      const parsed = Unsaved.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'))
      if (parsed.success) found[key.slice(prefix.length + 1)] = parsed.data
    }
  } catch {
    // A browser that keeps nothing, or something that is not ours under the key: begin without.
  }
  return found
}

/** False when the browser keeps nothing: full, or forbidden. */
function write(key: string, unsaved: Unsaved | null): boolean {
  try {
    if (unsaved) localStorage.setItem(key, JSON.stringify(unsaved))
    else localStorage.removeItem(key)
    return true
  } catch {
    return false
  }
}

export type UnsavedOutcomes = {
  entries: Readonly<Record<string, Unsaved>>
  /** False: what was typed lasts only as long as this page is open. */
  keptByBrowser: boolean
  /** Keeps what was typed on an observation, on the version on which the typing began. */
  put: (observation: ObservationView, form: OutcomeForm) => void
  /** What is kept now stands on this version: it was saved as it, or goes on from it. */
  rebase: (id: string, on: number) => void
  forget: (id: string) => void
  /** Forgets what the portal has meanwhile. */
  settle: (observations: readonly ObservationView[]) => void
}

/** What a person typed and did not save, per observation: in memory and in their browser, under their own name. */
export function useUnsavedOutcomes(roundId: string, personId: string): UnsavedOutcomes {
  const prefix = `resolver/${personId}/${roundId}`
  const [entries, setEntries] = useState(() => readAll(prefix))
  const [keptByBrowser, setKept] = useState(true)
  // A save that comes back finds what was typed while it was under way.
  const latest = useRef(entries)

  const acts = useMemo(() => {
    const change = (id: string, unsaved: Unsaved | null) => {
      const kept = write(entryKey(prefix, id), unsaved)
      if (unsaved) setKept(kept)
      const { [id]: _before, ...rest } = latest.current
      latest.current = unsaved ? { ...rest, [id]: unsaved } : rest
      setEntries(latest.current)
    }
    return {
      put: ({ id, recordVersion }: ObservationView, form: OutcomeForm) =>
        change(id, { form, on: latest.current[id]?.on ?? recordVersion }),
      rebase: (id: string, on: number) => {
        const unsaved = latest.current[id]
        if (unsaved) change(id, { ...unsaved, on })
      },
      forget: (id: string) => change(id, null),
      settle: (observations: readonly ObservationView[]) => {
        for (const observation of observations) {
          const unsaved = latest.current[observation.id]
          if (unsaved && isSettled(unsaved, observation)) change(observation.id, null)
        }
      },
    }
  }, [prefix])
  return { entries, keptByBrowser, ...acts }
}
