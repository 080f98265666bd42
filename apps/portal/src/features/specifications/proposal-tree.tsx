import type { ProposedClauseView } from '@portal/contracts'
import type { ProposalCorrection } from '@portal/domain'
import { ClauseChangeBadges } from '@portal/ui'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { Continuity } from './use-continuity.ts'
import { ProposalTools } from './proposal-tools.tsx'
import './specifications.css'

type Correct = (correction: ProposalCorrection) => Promise<boolean>

type Props = {
  proposal: readonly ProposedClauseView[]
  /** Null for a first version. */
  continuity: Continuity | null
  selected: string | null
  onSelect: (key: string | null) => void
  /** Null: the proposal is only read. */
  onCorrect: Correct | null
  busy: boolean
}

const ROW = 40

/** The proposed clauses in reading order, indented by depth. Arrows walk them; the tools stand at the selected one. */
export function ProposalTree({ proposal, continuity, selected, onSelect, onCorrect, busy }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: proposal.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    getItemKey: (index) => proposal[index]?.key ?? index,
  })
  const index = proposal.findIndex((clause) => clause.key === selected)

  useEffect(() => {
    if (index >= 0) rows.scrollToIndex(index, { align: 'auto' })
  }, [index, rows])

  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || !(event.target instanceof HTMLElement) || event.target.dataset['walk'] === undefined) return
    const next = proposal[index + step]
    if (!next) return
    event.preventDefault()
    onSelect(next.key)
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-walk="${CSS.escape(next.key)}"]`)?.focus()
    })
  }

  return (
    <div
      ref={scroller}
      className="proposal"
      role="region"
      aria-label="Numerales propuestos"
      tabIndex={0}
      onKeyDown={walk}
    >
      <ol className="proposal-rows" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((item) => {
          const clause = proposal[item.index]
          if (!clause) return null
          return (
            <li
              key={item.key}
              ref={rows.measureElement}
              data-index={item.index}
              aria-posinset={item.index + 1}
              aria-setsize={proposal.length}
              className="proposal-row"
              data-excluded={clause.excluded || undefined}
              data-selected={clause.key === selected || undefined}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <button
                type="button"
                className="proposal-clause"
                data-walk={clause.key}
                data-depth={Math.min(clause.depth, 6)}
                data-kind={clause.kind}
                aria-expanded={clause.key === selected}
                onClick={() => onSelect(clause.key === selected ? null : clause.key)}
              >
                <span className="proposal-number">{clause.number ?? '·'}</span>
                <span className="proposal-text">
                  {clause.table ? `Tabla de ${clause.table.rows.length} renglones: ` : ''}
                  {clause.text}
                </span>
                {clause.excluded && <span className="proposal-excluded">Excluido</span>}
                <Continues row={continuity?.byKey.get(clause.key)} />
              </button>
              {clause.key === selected && onCorrect && (
                <ProposalTools clause={clause} first={item.index === 0} busy={busy} onCorrect={onCorrect} />
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** What became of the clause since the version before, and how it was cited there; nothing where all is the same. */
function Continues({ row }: { row: ReturnType<Continuity['byKey']['get']> }) {
  if (!row || row.changes.length === 0) return null
  const was = row.before && row.before.citation !== row.after?.citation ? `antes ${row.before.citation}` : null
  return (
    <span className="proposal-continues">
      <ClauseChangeBadges changes={row.changes} /> {was}
    </span>
  )
}
