import { Button, Group } from '@mantine/core'
import type { ObservationView } from '@portal/contracts'
import { OBSERVATION_TYPE_NAMES } from '@portal/domain'
import { useEffect, useRef, type RefObject } from 'react'
import { observationTitle, placeWords } from './observation-words.ts'

/** Which observation is on the desk, and the way to those beside it. It takes the focus when a key leads here. */
export function ObservationHeading({
  observation,
  takeFocus,
  onBefore,
  onAfter,
  onWaiting,
  single,
}: {
  observation: ObservationView
  /** Set by who moved; cleared here. */
  takeFocus: RefObject<boolean>
  onBefore: (() => void) | null
  onAfter: (() => void) | null
  onWaiting: (() => void) | null
  /** Whether keys of one letter act. */
  single: boolean
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!takeFocus.current) return
    takeFocus.current = false
    heading.current?.focus()
  }, [observation.id, takeFocus])
  return (
    <div className="resolve-heading">
      <h2 ref={heading} tabIndex={-1}>
        {observationTitle(observation)} de {observation.organisation}
      </h2>
      <p>
        {placeWords(observation)} · {OBSERVATION_TYPE_NAMES[observation.type]}
      </p>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" disabled={!onBefore} onClick={() => onBefore?.()}>
          Anterior
        </Button>
        <Button size="compact-sm" variant="default" disabled={!onAfter} onClick={() => onAfter?.()}>
          Siguiente
        </Button>
        {onWaiting && (
          <Button size="compact-sm" variant="default" aria-keyshortcuts={single ? 'n' : undefined} onClick={onWaiting}>
            Siguiente sin resolver
          </Button>
        )}
      </Group>
    </div>
  )
}
