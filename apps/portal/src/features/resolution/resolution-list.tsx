import type { ObservationView } from '@portal/contracts'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { ResolutionRow } from './resolution-row.tsx'
import { isSelectable, type Selection } from './use-selection.ts'
import { isUnsaved, type UnsavedOutcomes } from './unsaved-outcomes.ts'

type Props = {
  rows: readonly ObservationView[]
  chosenId: string | undefined
  unsaved: UnsavedOutcomes['entries']
  /** Null where nothing is done to many. */
  selection: Selection | null
  onChoose: (id: string) => void
  onNearEnd: () => void
}

/** Up to here every row is drawn, and the browser's own search finds it. */
const DRAWN = 100
const ROW = 66

/** The observations by number. Arrows walk them, with Shift they choose on the way; only the chosen one is a stop of the Tab key. */
export function ResolutionList({ rows, chosenId, unsaved, selection, onChoose, onNearEnd }: Props) {
  const scroller = useRef<HTMLElement>(null)
  const index = rows.findIndex(({ id }) => id === chosenId)
  const virtual = rows.length > DRAWN
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: virtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    getItemKey: (at) => rows[at]?.id ?? at,
  })
  const items = virtual ? virtualizer.getVirtualItems() : rows.map((_row, at) => ({ index: at, start: undefined }))
  const last = items.at(-1)?.index ?? -1

  useEffect(() => {
    if (index < 0) return
    if (virtual) virtualizer.scrollToIndex(index, { align: 'auto' })
    else scroller.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [index, virtual, virtualizer])

  useEffect(() => {
    if (virtual && last >= rows.length - 1) onNearEnd()
  }, [virtual, last, rows.length, onNearEnd])

  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = step === 0 ? undefined : rows[index + step]
    if (!next) return
    event.preventDefault()
    const here = rows[index]
    if (event.shiftKey && here) selection?.add([here, next])
    onChoose(next.id)
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-observation="${CSS.escape(next.id)}"]`)?.focus()
    })
  }

  return (
    <nav ref={scroller} className="resolve-list" aria-label="Observaciones" onKeyDown={walk}>
      <ol style={virtual ? { height: virtualizer.getTotalSize() } : undefined} data-virtual={virtual || undefined}>
        {items.map(({ index: at, start }) => {
          const observation = rows[at]
          if (!observation) return null
          const typed = unsaved[observation.id]
          return (
            <li
              key={observation.id}
              data-index={at}
              ref={virtual ? virtualizer.measureElement : undefined}
              aria-posinset={at + 1}
              aria-setsize={rows.length}
              style={start === undefined ? undefined : { transform: `translateY(${start}px)` }}
            >
              <ResolutionRow
                observation={observation}
                chosen={at === index}
                stop={at === index || (index < 0 && at === 0)}
                unsaved={typed !== undefined && isUnsaved(typed, observation)}
                selected={selection === null ? null : isSelectable(observation) && selection.ids.has(observation.id)}
                onSelect={selection?.toggle}
                onChoose={onChoose}
              />
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
