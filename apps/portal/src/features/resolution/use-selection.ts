import type { ObservationView } from '@portal/contracts'
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'

/** As many as one act takes. */
export const MOST_SELECTED = 500

/** What may be done with several at once. */
export const isSelectable = ({ allowed }: ObservationView): boolean =>
  allowed.includes('dispose') || allowed.includes('refer') || allowed.includes('recall')

export type Selection = {
  ids: ReadonlySet<string>
  /** In the order of the list: what a filter leaves out is not done to. */
  rows: readonly ObservationView[]
  /** `range`: with all between it and the one that was chosen before. */
  toggle: (id: string, range: boolean) => void
  add: (rows: readonly ObservationView[]) => void
  clear: () => void
}

/** Which observations of the list are chosen for an act on many. */
export function useSelection(listed: readonly ObservationView[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => listed.filter((row) => ids.has(row.id) && isSelectable(row)), [listed, ids])
  const latest = useRef({ listed, ids })
  const anchor = useRef<string | null>(null)
  useLayoutEffect(() => {
    latest.current = { listed, ids }
  })

  // Rows and not ids: a page that was loaded a moment ago is not drawn yet.
  const add = useCallback((more: readonly ObservationView[]) => {
    const selectable = more.filter(isSelectable).map(({ id }) => id)
    setIds((before) => new Set([...before, ...selectable]))
  }, [])
  const toggle = useCallback(
    (id: string, range: boolean) => {
      const { listed, ids } = latest.current
      const from = listed.findIndex((row) => row.id === anchor.current)
      const to = listed.findIndex((row) => row.id === id)
      anchor.current = id
      if (range && from >= 0) {
        return add(listed.slice(Math.min(from, to), Math.max(from, to) + 1))
      }
      if (!ids.has(id)) return add(listed.slice(to, to + 1))
      setIds((before) => new Set([...before].filter((one) => one !== id)))
    },
    [add],
  )
  const clear = useCallback(() => {
    anchor.current = null
    setIds(new Set())
  }, [])
  return useMemo(() => ({ ids, rows, toggle, add, clear }), [ids, rows, toggle, add, clear])
}
