import type { ObservationView } from '@portal/contracts'
import { OBSERVATION_TYPE_NAMES } from '@portal/domain'
import { DispositionBadge, ObservationStatusBadge, StatusBadge } from '@portal/ui'
import { IconCircleDashed, IconCornerUpRight, IconPencilExclamation, IconPuzzle } from '@tabler/icons-react'
import { memo } from 'react'
import { useNameOf } from '../../lib/organisations.ts'
import { placeWords } from './observation-words.ts'
import { formOf, gapsOf } from './outcome-form.ts'
import { isSelectable } from './use-selection.ts'

type Props = {
  observation: ObservationView
  chosen: boolean
  /** Whether the Tab key stops here. */
  stop: boolean
  unsaved: boolean
  /** Chosen for an act on many; null where there is none. */
  selected: boolean | null
  onSelect?: ((id: string, range: boolean) => void) | undefined
  onChoose: (id: string) => void
}

/** One observation in the list: what it is, and how far its outcome is. */
export const ResolutionRow = memo(function ResolutionRow({
  observation,
  chosen,
  stop,
  unsaved,
  selected,
  onSelect,
  onChoose,
}: Props) {
  const { id, number, organisation, type } = observation
  return (
    <div className="resolve-row-with-box" data-selected={selected || undefined}>
      {selected !== null && (
        <input
          type="checkbox"
          aria-label={`Elegir ${number === null ? 'la que no tiene número' : `la No. ${number}`}`}
          checked={selected}
          disabled={!isSelectable(observation)}
          tabIndex={stop ? 0 : -1}
          onChange={(event) => onSelect?.(id, (event.nativeEvent as MouseEvent).shiftKey)}
        />
      )}
      <button
        type="button"
        className="resolve-row"
        data-observation={id}
        aria-current={chosen ? 'true' : undefined}
        tabIndex={stop ? 0 : -1}
        onClick={() => onChoose(id)}
      >
        <span className="resolve-row-head">
          <strong>
            {number === null ? 'Sin número' : `No. ${number}`} · {organisation}
          </strong>
          <span className="ui-quiet">{OBSERVATION_TYPE_NAMES[type]}</span>
        </span>
        <span className="resolve-row-place">{placeWords(observation)}</span>
        <span className="resolve-row-signs">
          <OutcomeSign observation={observation} />
          {unsaved && <StatusBadge icon={IconPencilExclamation} tone="warn" label="Sin guardar" plain />}
        </span>
      </button>
    </div>
  )
})

function OutcomeSign({ observation: { outcome, status, referral } }: { observation: ObservationView }) {
  const nameOf = useNameOf()
  if (status === 'referred' && referral) {
    return (
      <StatusBadge
        icon={IconCornerUpRight}
        tone="active"
        label={`Turnada a ${nameOf(referral.organisationId)}`}
        plain
      />
    )
  }
  if (status === 'not_applicable') return <ObservationStatusBadge status={status} plain />
  if (outcome === null) return <StatusBadge icon={IconCircleDashed} tone="neutral" label="Sin sentido" plain />
  return (
    <>
      <DispositionBadge disposition={outcome.disposition} plain />
      {gapsOf(formOf(outcome)).length > 0 && <StatusBadge icon={IconPuzzle} tone="warn" label="Incompleta" plain />}
    </>
  )
}
