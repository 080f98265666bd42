import type { ObservationView } from '@portal/contracts'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../lib/failure.ts'
import { useAct } from '../../lib/use-act.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { deviceCopy, deviceKey, fieldsOf, sameFields, type Fields } from './observation-fields.ts'

/** Where what is on screen is kept: the screen says which. */
export type Kept = 'nothing_yet' | 'on_device' | 'saving' | 'in_portal' | 'refused'

const PAUSE_MS = 700
const AGAIN_MS = 5000

type Saved = { id: string; seen: number; fields: Fields }

/**
 * Saves a draft a moment after the last key. One save at a time: what was typed meanwhile goes with the next. A creation
 * whose answer was lost is repeated to the letter (same key), so that the draft never stands there twice.
 */
export function useAutosave(responseId: string, observation: ObservationView | undefined, initial: Fields) {
  const trpc = useTRPC()
  const keptUnder = deviceKey(responseId, observation?.id, initial.target)
  const [fields, setFields] = useState<Fields>(() => deviceCopy.read(keptUnder) ?? initial)
  const [kept, setKept] = useState<Kept>(() => {
    if (!sameFields(fields, initial)) return 'on_device'
    return observation ? 'in_portal' : 'nothing_yet'
  })
  const saved = useRef<Saved | null>(
    observation ? { id: observation.id, seen: observation.recordVersion, fields: fieldsOf(observation) } : null,
  )
  const latest = useRef(fields)
  const running = useRef<Promise<boolean> | null>(null)
  const unanswered = useRef<Fields | null>(null)
  const { run, failure } = useAct(trpc.observations.save.mutationOptions(), {
    done: 'Borrador guardado.',
    touches: [trpc.observations.pathFilter(), trpc.rounds.get.pathFilter()],
    quiet: true,
    beside: true,
  })
  /** Set by the rendering that follows an attempt: what the attempt failed with. */
  const lost = useRef<Failure | null>(null)
  useEffect(() => {
    lost.current = failure
    if (failure && !failure.unreachable) unanswered.current = null
    // A refusal would be repeated word by word: it waits for the next key. A lost connection is tried again.
    if (failure && !failure.unreachable) setKept((now) => (now === 'on_device' ? 'refused' : now))
  }, [failure])

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const before = saved.current
    const now = before === null ? (unanswered.current ?? latest.current) : latest.current
    if (before && sameFields(before.fields, now)) return true
    setKept('saving')
    if (before === null) unanswered.current = now
    const done = await run({ id: before?.id ?? null, seen: before?.seen ?? null, responseId, ...now })
    if (!done) {
      setKept('on_device')
      return false
    }
    unanswered.current = null
    saved.current = { id: done.recordId, seen: done.recordVersion, fields: now }
    if (!sameFields(now, latest.current)) return saveOnce()
    deviceCopy.drop(keptUnder)
    setKept('in_portal')
    return true
  }, [keptUnder, responseId, run])

  /** Saves now; true when the portal has everything. */
  const flush = useCallback(async (): Promise<boolean> => {
    running.current ??= saveOnce().finally(() => {
      running.current = null
    })
    return running.current
  }, [saveOnce])

  const change = (part: Partial<Fields>) => {
    const next = { ...latest.current, ...part }
    latest.current = next
    setFields(next)
    setKept('on_device')
    deviceCopy.keep(keptUnder, next)
  }

  useEffect(() => {
    if (kept !== 'on_device') return
    const wait = lost.current ? AGAIN_MS : PAUSE_MS
    const timer = setTimeout(() => void flush(), wait)
    return () => clearTimeout(timer)
  }, [kept, fields, flush])

  /** What the portal has: for the acts that follow on the saved draft. */
  const savedNow = () => saved.current
  const discardDevice = () => deviceCopy.drop(keptUnder)
  return { fields, change, flush, kept, failure, savedNow, discardDevice }
}
