import { CLAUSE_CHANGES, CLAUSE_CHANGE_NAMES, formatCount } from '@portal/domain'
import type { Continuity } from './use-continuity.ts'

/** How a proposal stands to the version before it: what hangs on a clause there will hang on the one that continues it. */
export function ContinuitySummary({ continuity: { number, counts, removed } }: { continuity: Continuity }) {
  const told = CLAUSE_CHANGES.filter((change) => counts[change] > 0).map(
    (change) => `${CLAUSE_CHANGE_NAMES[change].toLowerCase()}: ${formatCount(counts[change])}`,
  )
  return (
    <p>
      Frente a la versión {number}: sin cambio: {formatCount(counts.unchanged)}
      {told.length > 0 && `; ${told.join('; ')}`}.{removed.length > 0 && ` Ya no están: ${removed.join(', ')}.`} Al
      confirmar, las observaciones y la clasificación de cada numeral siguen en el que lo continúa.
    </p>
  )
}
