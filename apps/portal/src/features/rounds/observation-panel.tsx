import type { ObservationView, RoundView, VersionView } from '@portal/contracts'
import { EmptyState } from '@portal/ui'
import { useRef } from 'react'
import { DeviceDrafts } from './device-drafts.tsx'
import { ObservationCard } from './observation-card.tsx'
import { ObservationDetail } from './observation-detail.tsx'
import { ObservationForm } from './observation-form.tsx'
import type { Target } from './target.ts'

type Props = {
  round: RoundView
  version: VersionView
  observations: readonly ObservationView[]
  selected: ObservationView | undefined
  begun: Target | null
  mayWrite: boolean
  onSelect: (id: string) => void
  onBegin: (target: Target) => void
  onClose: () => void
}

/** What was observed, and the one that is being written or read. */
export function ObservationPanel(props: Props) {
  const { round, version, observations, selected, begun, mayWrite, onSelect, onBegin, onClose } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const close = () => {
    onClose()
    heading.current?.focus()
  }
  const editing = selected?.allowed.includes('edit') ? selected : undefined
  return (
    <section className="round-panel" aria-label="Observaciones">
      {(begun || editing) && round.ownResponseId !== null ? (
        <ObservationForm
          // One form for each observation: what was typed in one never shows in another.
          key={editing?.id ?? JSON.stringify(begun)}
          roundId={round.id}
          responseId={round.ownResponseId}
          version={version}
          observation={editing}
          begun={begun}
          onClose={close}
        />
      ) : selected ? (
        <ObservationDetail observation={selected} version={version} onClose={close} />
      ) : null}
      {mayWrite && begun === null && !editing && round.ownResponseId !== null && (
        <DeviceDrafts responseId={round.ownResponseId} version={version} onBegin={onBegin} />
      )}
      <h2 ref={heading} tabIndex={-1}>
        Observaciones ({observations.length})
      </h2>
      {observations.length === 0 ? (
        <EmptyState title="Todavía no hay observaciones que pueda ver">
          {mayWrite
            ? 'Elija un numeral con su botón del margen, seleccione un fragmento del texto o marque una región de una lámina.'
            : 'Las de los demás OPL se ven cuando la ronda lo permite.'}
        </EmptyState>
      ) : (
        <ul className="observation-cards">
          {observations.map((observation) => (
            <li key={observation.id}>
              <ObservationCard
                observation={observation}
                place={observation.citation ?? observation.element ?? ''}
                selected={observation.id === selected?.id}
                onSelect={() => onSelect(observation.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
