import { formatCount } from '@portal/domain'
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import './evidence.css'

type TrailCheck = { intact: boolean; events: number; broken: { seq: number; reason: string } | null }

/** Whether every event still has the hash that it had when it was written. */
export function TrailCheckLine({ check: { intact, events, broken } }: { check: TrailCheck }) {
  if (intact) {
    return (
      <p className="trail-check ui-tone-good" role="status">
        <IconShieldCheck size={18} aria-hidden />
        Bitácora íntegra: {formatCount(events)} {events === 1 ? 'acto comprobado' : 'actos comprobados'}.
      </p>
    )
  }
  return (
    <p className="trail-check ui-tone-bad" role="alert">
      <IconShieldX size={18} aria-hidden />
      La bitácora fue alterada{broken ? ` en el acto número ${formatCount(broken.seq)}: ${broken.reason}` : ''}. No la
      use como prueba y avise a quien administra el portal.
    </p>
  )
}
