import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

const LOOK_FOR_MS = 10_000

/**
 * After a navigation the focus goes to the new page's heading, so that keyboard and screen reader start there. The heading
 * may come later, with what the page asks for; the wait ends when the person has gone on by themselves.
 */
export function useHeadingFocus(): void {
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const before = useRef<string | undefined>(undefined)
  useEffect(() => {
    const arrived = before.current !== undefined && pathname !== undefined && before.current !== pathname
    before.current = pathname
    return arrived ? focusHeadingWhenThere() : undefined
  }, [pathname])
}

function focusHeadingWhenThere(): () => void {
  const held = document.activeElement
  const focus = (): boolean => {
    const heading = document.querySelector<HTMLElement>('main h1')
    heading?.focus({ preventScroll: true })
    return heading !== null
  }
  if (focus()) return () => {}

  const observer = new MutationObserver(() => {
    const active = document.activeElement
    if ((active !== held && active !== document.body) || focus()) stop()
  })
  const timer = setTimeout(() => stop(), LOOK_FOR_MS)
  const stop = () => {
    observer.disconnect()
    clearTimeout(timer)
  }
  observer.observe(document.body, { childList: true, subtree: true })
  return stop
}
