import type { Classification, ClauseContent } from '@portal/domain'
import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react'
import { InformationClassBadge, WithheldNote } from '../information-class.tsx'
import { ClauseTable } from './clause-table.tsx'
import { ClauseText } from './clause-text.tsx'
import classes from './document.module.css'
import { selectedText, type TextSelection } from './selection.ts'
import type { Highlight } from './text-segments.ts'

export type ShownClause = ClauseContent & {
  id: string
  citation: string
  classification: Classification | null
  /** Its content is kept from the reader: why stands in its place. */
  withheld: boolean
}

type Props = {
  clauses: readonly ShownClause[]
  /** The clause on which the person works. */
  selectedId: string | null
  /** Absent: the document is only read. */
  onSelect?: (clauseId: string) => void
  /** What choosing a clause does, for the buttons' names: "Observar 2.1". */
  action?: string
  /** A stretch of text was selected with pointer or keyboard. */
  onSelectText?: (selection: TextSelection) => void
  /** How many observations each clause has, by clause id. */
  counts?: ReadonlyMap<string, number>
  highlights?: ReadonlyMap<string, readonly Highlight[]>
}

const NONE: readonly Highlight[] = []

/**
 * A specification in its numbered clauses. Each clause has a button in the margin; from it the arrows go to the clause
 * before or after, so that a long document is walked without a pointer.
 */
export function ClauseDocument({
  clauses,
  selectedId,
  onSelect,
  action = 'Observar',
  onSelectText,
  counts,
  highlights,
}: Props) {
  const root = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (selectedId === null) return
    root.current?.querySelector(`[data-clause-id="${CSS.escape(selectedId)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [selectedId])

  const tellSelection = useCallback(() => {
    const selection = onSelectText ? selectedText(document.getSelection()) : null
    if (selection) onSelectText?.(selection)
  }, [onSelectText])

  return (
    <div
      className={classes['document']}
      ref={root}
      onMouseUp={tellSelection}
      onKeyUp={tellSelection}
      role="presentation"
    >
      {clauses.map((clause) => (
        <div
          key={clause.id}
          className={classes['clause']}
          data-clause-id={clause.id}
          data-kind={clause.kind}
          data-depth={Math.min(clause.depth, 6)}
          data-selected={clause.id === selectedId || undefined}
        >
          {onSelect ? (
            <button
              type="button"
              className={classes['margin']}
              aria-pressed={clause.id === selectedId}
              aria-label={`${action} ${clause.citation}${countLabel(counts?.get(clause.id) ?? 0)}`}
              onClick={() => onSelect(clause.id)}
              onKeyDown={(event) => walk(event, root.current)}
            >
              {counts?.get(clause.id) ?? '+'}
            </button>
          ) : null}
          <Block clause={clause} highlights={highlights?.get(clause.id) ?? NONE} />
        </div>
      ))}
    </div>
  )
}

function countLabel(count: number): string {
  if (count === 0) return ''
  return count === 1 ? ', 1 observación' : `, ${count} observaciones`
}

function Block({ clause, highlights }: { clause: ShownClause; highlights: readonly Highlight[] }) {
  const number = clause.number === null ? null : <span className={classes['number']}>{clause.number} </span>
  const { classification } = clause
  if (clause.withheld && classification) {
    return (
      <p className={classes['body']}>
        {number}
        <WithheldNote classification={classification} />
      </p>
    )
  }
  const sign = classification && (
    <span className={classes['class']}>
      <InformationClassBadge of={classification.class} until={classification.until} />
    </span>
  )
  if (clause.table) {
    return (
      <div className={classes['body']}>
        {number}
        {sign}
        <ClauseTable table={clause.table} label={`Tabla ${clause.citation}`} highlights={highlights} />
      </div>
    )
  }
  const content = (
    <>
      {number}
      <ClauseText text={clause.text} marks={clause.marks} highlights={highlights} />
      {sign}
    </>
  )
  if (clause.kind !== 'heading') return <p className={classes['body']}>{content}</p>
  // The page's own heading is h1 and the document's title h2.
  const Heading = (['h3', 'h4', 'h5', 'h6'] as const)[Math.min(clause.depth, 3)] ?? 'h6'
  return <Heading className={classes['body']}>{content}</Heading>
}

function walk(event: KeyboardEvent<HTMLButtonElement>, root: HTMLElement | null): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || !root) return
  const buttons = [...root.querySelectorAll<HTMLButtonElement>(`.${classes['margin']}`)]
  const next = buttons[buttons.indexOf(event.currentTarget) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
