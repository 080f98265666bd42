import { useEffect, useEffectEvent } from 'react'

/** Where a key writes: text fields, also those that look like something else. Not radios, boxes and buttons. */
function writesIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button', 'submit'].includes(target.type)
  return target.isContentEditable || target.matches('textarea, select, [role="textbox"], [role="combobox"]')
}

/** A dialog has its own keys, wherever the focus is. */
const isBehindDialog = (): boolean => document.querySelector('[aria-modal="true"]') !== null

/**
 * Keys of the whole page. A single letter or digit never fires while one types, and not at all when `single` is off, for
 * those who speak to their computer (WCAG 2.1.4). Ctrl+Enter, which is no text, works everywhere.
 */
export function useShortcuts(keys: Readonly<Record<string, () => void>>, single: boolean, onSave: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || isBehindDialog()) return
    const commanded = event.ctrlKey || event.metaKey
    const act = commanded
      ? event.key === 'Enter' && onSave
      : single && !writesIn(event.target) && keys[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    // A key held down goes through a list, and saves only once.
    if (!commanded || !event.repeat) act()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
