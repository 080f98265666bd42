import type { ClauseView, ComparedClauseView } from '@portal/contracts'
import { ClauseChangeBadges, ClauseTable, ClauseText, ComparedTable, TrackedText, WithheldNote } from '@portal/ui'
import { Link } from '@tanstack/react-router'

type Props = { row: ComparedClauseView; from: number; to: number }

/** One clause of a comparison: how it is cited in each version, what became of it, and its text with the changes. */
export function ComparedClause({ row, from, to }: Props) {
  const { before, after, changes } = row
  const either = after ?? before
  if (!either) return null
  return (
    <>
      <div className="comparison-head">
        <Link to="/numerales/$clauseId" params={{ clauseId: either.id }} title="Historial del numeral">
          <Cited before={before} after={after} />
        </Link>
        <ClauseChangeBadges changes={changes} />
      </div>
      <Content row={row} from={from} to={to} />
    </>
  )
}

function Cited({ before, after }: Pick<ComparedClauseView, 'before' | 'after'>) {
  if (!before || !after || before.citation === after.citation) return (after ?? before)?.citation
  return (
    <>
      {before.citation} <span aria-hidden="true">→</span>
      <span className="ui-visually-hidden">, ahora</span> {after.citation}
    </>
  )
}

function Content({ row: { before, after, changes }, from, to }: Props) {
  if (before?.withheld || after?.withheld) {
    return (
      <dl className="comparison-sides">
        {before && <Side term={`Versión ${from}`} clause={before} />}
        {after && <Side term={`Versión ${to}`} clause={after} />}
      </dl>
    )
  }
  if (before && after && changes.includes('reworded')) {
    return before.table && after.table ? (
      <ComparedTable before={before.table} after={after.table} label={`Tabla ${after.citation}`} />
    ) : (
      <p className="comparison-text" lang="es-MX">
        <TrackedText before={before.text} after={after.text} />
      </p>
    )
  }
  if (before && after) return <Whole clause={after} />
  const table = (after ?? before)?.table
  if (table) {
    const none = { rows: [] }
    return (
      <ComparedTable
        before={before?.table ?? none}
        after={after?.table ?? none}
        label={`Tabla ${(after ?? before)?.citation}`}
      />
    )
  }
  return (
    <p className="comparison-text" lang="es-MX">
      <TrackedText before={before?.text ?? ''} after={after?.text ?? ''} />
    </p>
  )
}

const Side = ({ term, clause }: { term: string; clause: ClauseView }) => (
  <>
    <dt>{term}</dt>
    <dd>
      {clause.withheld && clause.classification ? (
        <WithheldNote classification={clause.classification} />
      ) : (
        <Whole clause={clause} />
      )}
    </dd>
  </>
)

export const Whole = ({ clause }: { clause: ClauseView }) =>
  clause.table ? (
    <ClauseTable table={clause.table} label={`Tabla ${clause.citation}`} highlights={[]} />
  ) : (
    <p className="comparison-text" data-kind={clause.kind}>
      <ClauseText text={clause.text} marks={clause.marks} highlights={[]} />
    </p>
  )
