import type { ClauseView, VersionView } from '@portal/contracts'
import { ClassifyButton } from './classify-button.tsx'

/** Above the clauses: the act on the one that was chosen in the margin. */
export function ClassifyClause({ version, clause }: { version: VersionView; clause: ClauseView | undefined }) {
  if (!clause) return <p className="ui-quiet">Elija un numeral en el margen para enlazarlo o clasificarlo.</p>
  return (
    <ClassifyButton
      key={clause.id}
      version={version}
      subject={{ ...clause, kind: 'clause', name: clause.citation }}
      label={`Clasificar el numeral ${clause.citation}`}
    />
  )
}
