import type { ClauseView } from '@portal/contracts'
import { ComparedTable, TrackedText } from '@portal/ui'
import { Whole } from './compared-clause.tsx'

/** How a clause is worded in a version, with what changed since the one before, as far as both may be read. */
export function ClauseWording({ clause, earlier }: { clause: ClauseView; earlier: ClauseView | null }) {
  if (!earlier || earlier.withheld || earlier.text === clause.text) return <Whole clause={clause} />
  if (clause.table && earlier.table) {
    return <ComparedTable before={earlier.table} after={clause.table} label={`Tabla ${clause.citation}`} />
  }
  return (
    <p className="comparison-text" lang="es-MX">
      <TrackedText before={earlier.text} after={clause.text} />
    </p>
  )
}
