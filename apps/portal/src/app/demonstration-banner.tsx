import type { SessionView } from '@portal/contracts'
import { formatInstant } from '@portal/domain'
import { useNow } from '../lib/clock.tsx'

/** Nobody may take the demonstration for the real thing, nor its clock for today's. */
export function DemonstrationBanner({ session }: { session: SessionView }) {
  const now = useNow()
  const parts = [
    session.demonstration && 'Demostración',
    session.clock.startedWith !== null && `reloj del producto: ${formatInstant(now)}`,
  ].filter((part) => typeof part === 'string')
  if (parts.length === 0) return null
  return (
    <aside className="portal-banner" aria-label="Aviso de demostración">
      {parts.join(' · ')}
    </aside>
  )
}
