import type { Mark } from '@portal/domain'
import type { ReactNode } from 'react'
import classes from './document.module.css'
import { segmentsOf, type Highlight, type Segment } from './text-segments.ts'

type Props = {
  text: string
  marks: readonly Mark[]
  highlights: readonly Highlight[]
  /** Where this text begins in the whole text of its clause. */
  offset?: number
}

/** A text with its emphasis, links and highlights, letter by letter as it is stored. */
export function ClauseText({ text, marks, highlights, offset = 0 }: Props) {
  const local = highlights
    .map((one) => ({ ...one, start: one.start - offset, end: one.end - offset }))
    .filter((one) => one.end > 0 && one.start < text.length)
    .map((one) => ({ ...one, start: Math.max(0, one.start), end: Math.min(text.length, one.end) }))
  return (
    <span className={classes['text']} data-offset={offset}>
      {segmentsOf(text, marks, local).map((segment) => (
        <Piece key={segment.start} segment={segment} />
      ))}
    </span>
  )
}

function Piece({ segment }: { segment: Segment }) {
  let piece: ReactNode = segment.text
  if (segment.bold) piece = <strong>{piece}</strong>
  if (segment.italic) piece = <em>{piece}</em>
  if (segment.underline) piece = <u>{piece}</u>
  if (segment.strike) piece = <s>{piece}</s>
  if (segment.href !== null) {
    piece = (
      <a href={segment.href} target="_blank" rel="noreferrer noopener">
        {piece}
      </a>
    )
  }
  if (segment.highlights.length === 0) return <>{piece}</>
  return (
    <mark
      className={classes['highlight']}
      data-selected={segment.highlights.some((one) => one.selected) || undefined}
      title={segment.highlights.map((one) => one.label).join(' · ')}
    >
      {piece}
    </mark>
  )
}
