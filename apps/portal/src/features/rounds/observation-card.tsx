import type { ObservationView } from '@portal/contracts'
import { OBSERVATION_TYPE_NAMES } from '@portal/domain'
import { DispositionBadge, ObservationStatusBadge } from '@portal/ui'
import { observationName } from './observation-name.ts'

type Props = { observation: ObservationView; place: string; selected: boolean; onSelect: () => void }

export function ObservationCard({ observation, place, selected, onSelect }: Props) {
  const { page, type, status, outcome, shouldSay, rationale, says } = observation
  return (
    <button type="button" className="observation-card" aria-pressed={selected} onClick={onSelect}>
      <span className="observation-card-head">
        <strong>{observationName(observation)}</strong>
        <span>
          {place}
          {page !== null && `, pág. ${page}`} · {OBSERVATION_TYPE_NAMES[type]}
        </span>
      </span>
      <span className="observation-card-text">{shouldSay || rationale || says || 'Sin texto todavía'}</span>
      <span className="observation-card-foot">
        <ObservationStatusBadge status={status} plain />
        {outcome && <DispositionBadge disposition={outcome.disposition} plain />}
      </span>
    </button>
  )
}
