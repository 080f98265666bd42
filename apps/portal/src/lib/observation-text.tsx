import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'

/** Longer than that, a cell would push the row below out of sight. */
const SHORT = 320

/** A text of an observation in a cell: cut to a few lines on the screen when it is long, whole on paper. */
export function ObservationText({ text }: { text: string }) {
  const [whole, setWhole] = useState(false)
  if (text.length <= SHORT) return <span className="observations-text">{text}</span>
  return (
    <>
      <span className="observations-text" data-cut={!whole || undefined}>
        {text}
      </span>
      <UnstyledButton className="ui-link-button" aria-expanded={whole} onClick={() => setWhole(!whole)}>
        {whole ? 'Ver menos' : 'Ver todo'}
      </UnstyledButton>
    </>
  )
}
