import { useLocalStorage } from '@mantine/hooks'
import { DISPOSITIONS } from '@portal/domain'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ObservationSearch } from '../../lib/observation-filters.ts'
import { maySave, observationTitle } from './observation-words.ts'
import { choose, formOf, gapsOf, gapsSentence, outcomeOf, sameMeaning } from './outcome-form.ts'
import type { UnsavedOutcomes } from './unsaved-outcomes.ts'
import { useResolutionList } from './use-resolution-list.ts'
import { useSaveOutcome } from './use-save-outcome.ts'
import { useSelection } from './use-selection.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { useUndoOutcome } from './use-undo-outcome.ts'

const route = getRouteApi('/signed-in/rondas/$roundId/resolver')

/** Going through a round's observations: which one is chosen, what is written of it, keys, saving, the next one. */
export function useDesk(roundId: string, unsaved: UnsavedOutcomes) {
  const { observacion: pinned, opl, tipo, estado, sentido } = route.useSearch()
  const search = { opl, tipo, estado, sentido }
  const navigate = route.useNavigate()
  const list = useResolutionList(roundId, search, pinned)
  const saving = useSaveOutcome(unsaved)
  const selection = useSelection(list.rows)
  const [single, setSingle] = useLocalStorage({
    key: 'resolver-atajos',
    defaultValue: true,
    getInitialValueInEffect: false,
  })
  const [helped, setHelped] = useState(false)
  /** The observation of which a save was tried: what it lacks is said beside the fields. */
  const [tried, setTried] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const undoing = useUndoOutcome(unsaved, setSaid)
  const takeFocus = useRef(false)
  const { chosen, rows } = list
  const form = formOf(chosen?.outcome ?? null)
  const written = chosen ? (unsaved.entries[chosen.id]?.form ?? form) : form
  const mayDispose = chosen !== undefined && maySave(chosen)
  const chosenId = useRef<string | undefined>(undefined)
  useLayoutEffect(() => {
    chosenId.current = chosen?.id
  })

  const go = useCallback(
    (id: string, focus: boolean) => {
      takeFocus.current = focus
      setSaid('')
      void navigate({
        search: (before) => ({ ...before, observacion: id }),
        replace: true,
        resetScroll: false,
      })
    },
    [navigate],
  )

  const goFromList = useCallback((id: string) => go(id, false), [go])

  // The first choice is pinned: a list that changes under the person must not put another one before them.
  const first = chosen?.id
  useEffect(() => {
    if (pinned === undefined && first !== undefined) go(first, false)
  }, [pinned, first, go])

  const { settle } = unsaved
  useEffect(() => settle(rows), [settle, rows])

  /** From the one on the desk, unless the person has meanwhile gone elsewhere. @returns whether one is left */
  const goToWaiting = async (from: string): Promise<boolean> => {
    const next = await list.nextWaiting()
    if (next && chosenId.current === from) go(next.id, true)
    return next !== null
  }
  const skip = async () => {
    if (chosen && !(await goToWaiting(chosen.id))) setSaid('En esta lista no queda otra sin resolver.')
  }

  const save = async () => {
    if (!chosen || !mayDispose || (saving.isPending && saving.about?.id === chosen.id)) return
    setTried(chosen.id)
    setSaid('')
    const outcome = outcomeOf(written)
    if (!outcome || outcome.answeredBy === chosen.number) return
    // An area answers once: what lacks something stays with it.
    const answers = chosen.allowed.includes('answer_referral')
    if (answers && gapsOf(written).length > 0) return
    if ((answers || !sameMeaning(written, form)) && !(await saving.save(chosen, outcome))) return
    const saved = `${observationTitle(chosen)}: propuesta guardada.`
    const lacks = gapsSentence(gapsOf(written))
    if (lacks !== null) return setSaid(`${saved} ${lacks}`)
    const next = await goToWaiting(chosen.id)
    setSaid(next ? saved : `${saved} En esta lista ya no queda ninguna sin resolver.`)
  }

  const undo = () => {
    if (chosen) void undoing.undo(chosen)
  }

  const { before, after } = list
  const step = {
    before: before ? () => go(before.id, true) : null,
    after: after ? () => go(after.id, true) : null,
    waiting: () => void skip(),
  }
  const digits = DISPOSITIONS.map((disposition, index) => [
    String(index + 1),
    () => {
      if (chosen && mayDispose) unsaved.put(chosen, choose(written, disposition, chosen.shouldSay))
    },
  ])
  useShortcuts(
    {
      ...(Object.fromEntries(digits) as Record<string, () => void>),
      j: () => step.after?.(),
      k: () => step.before?.(),
      n: step.waiting,
      z: undo,
      '?': () => setHelped(true),
    },
    single,
    () => void save(),
  )

  return {
    list,
    selection,
    search,
    filter: (change: ObservationSearch) =>
      void navigate({
        search: (held) => ({ ...held, ...change, observacion: undefined }),
        replace: true,
        resetScroll: false,
      }),
    chosen,
    written,
    choose: goFromList,
    go,
    step,
    save: () => void save(),
    saving,
    undo,
    undoing: undoing.isPending,
    tried: chosen !== undefined && tried === chosen.id,
    said,
    takeFocus,
    help: {
      opened: helped,
      onOpen: () => setHelped(true),
      onClose: () => setHelped(false),
      single,
      onSingle: setSingle,
    },
  }
}
