import { Textarea, type TextareaProps } from '@mantine/core'
import { useEffect, useRef } from 'react'

/**
 * A text to select in by keyboard, not to change. A `readonly` field takes no caret in Chromium, so Shift with the arrows
 * would select nothing: this one is editable, and refuses every edit (typing, pasting, cutting, dropping) before it happens.
 */
export function ReadingTextarea(props: Omit<TextareaProps, 'readOnly' | 'onChange'>) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const element = field.current
    const refuseEdit = (event: Event) => event.preventDefault()
    element?.addEventListener('beforeinput', refuseEdit)
    return () => element?.removeEventListener('beforeinput', refuseEdit)
  }, [])
  return <Textarea {...props} ref={field} aria-readonly onChange={() => undefined} />
}
