import './tones.css'
import './status-badge.css'
import type { Icon } from '@tabler/icons-react'

export type Tone = 'neutral' | 'active' | 'good' | 'warn' | 'bad'

/** A status by icon and word, with colour as the third sign. `plain` leaves out the ground, for dense cells. */
export function StatusBadge({
  icon: IconOf,
  tone,
  label,
  plain = false,
}: {
  icon: Icon
  tone: Tone
  label: string
  plain?: boolean
}) {
  return (
    <span className={`ui-status ui-tone-${tone}`} data-plain={plain || undefined}>
      <IconOf size={14} stroke={2} aria-hidden />
      {label}
    </span>
  )
}
