import type { Mark } from '@portal/domain'

/** A stretch of a clause's text that somebody observed. Offsets in UTF-16 code units, like those of marks. */
export type Highlight = { id: string; start: number; end: number; label: string; selected: boolean }

export type Segment = {
  start: number
  text: string
  bold: boolean
  italic: boolean
  underline: boolean
  strike: boolean
  href: string | null
  highlights: readonly Highlight[]
}

/** Cuts a text where any mark or highlight begins or ends, so that each piece has one look. Loses no character. */
export function segmentsOf(text: string, marks: readonly Mark[], highlights: readonly Highlight[]): Segment[] {
  const bounds = [...marks, ...highlights].flatMap(({ start, end }) => [start, end])
  const cuts = [...new Set([0, text.length, ...bounds])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .toSorted((left, right) => left - right)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length
    const covers = (stretch: { start: number; end: number }) => stretch.start <= start && stretch.end >= end
    const here = marks.filter(covers)
    const link = here.find((mark) => mark.kind === 'link')
    return {
      start,
      text: text.slice(start, end),
      bold: here.some((mark) => mark.kind === 'bold'),
      italic: here.some((mark) => mark.kind === 'italic'),
      underline: here.some((mark) => mark.kind === 'underline'),
      strike: here.some((mark) => mark.kind === 'strike'),
      href: link ? link.href : null,
      highlights: highlights.filter(covers),
    }
  })
}
