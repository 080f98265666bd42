import type { Mark } from '@portal/domain'

export type RichText = { readonly text: string; readonly marks: readonly Mark[] }

export type Format = { bold: boolean; italic: boolean; underline: boolean; strike: boolean; href: string | null }

export const PLAIN: Format = { bold: false, italic: false, underline: false, strike: false, href: null }

const EMPHASES = ['bold', 'italic', 'underline', 'strike'] as const

/** Combining marks, and the Korean letters that compose with the one before them. */
const COMBINING = /^[\p{M}\u1160-\u11ff]+/u
const LAST_CLUSTER = /.[\p{M}\u1160-\u11ff]*$/su

/**
 * Collects runs into one text in NFC. A combining accent may stand in a run of its own: it joins the letter before it,
 * so that the whole is in NFC and not just each run.
 */
export class RichTextBuilder {
  #text = ''
  #marks: Mark[] = []
  /** The last mark of each kind, the only one that a following run can continue. */
  readonly #last = new Map<Mark['kind'], Mark>()

  get isEmpty(): boolean {
    return this.#text === ''
  }

  append(added: string, format: Format): void {
    const accents = COMBINING.exec(added)?.[0] ?? ''
    if (accents !== '' && this.#text !== '') this.#compose(accents)
    const rest = (this.#text === '' ? added : added.slice(accents.length)).normalize('NFC')
    if (rest === '') return
    const start = this.#text.length
    this.#text += rest
    const end = this.#text.length
    for (const kind of EMPHASES) if (format[kind]) this.#extend({ kind, start, end })
    if (format.href !== null) this.#extend({ kind: 'link', start, end, href: format.href })
  }

  build(): RichText {
    return { text: this.#text, marks: this.#marks }
  }

  #compose(accents: string): void {
    const before = this.#text.length
    const cluster = LAST_CLUSTER.exec(this.#text.slice(-64))?.[0] ?? ''
    this.#text = this.#text.slice(0, before - cluster.length) + (cluster + accents).normalize('NFC')
    for (const mark of this.#last.values()) if (mark.end === before) mark.end = this.#text.length
  }

  #extend(mark: Mark): void {
    const last = this.#last.get(mark.kind)
    const sameLink = mark.kind !== 'link' || (last?.kind === 'link' && last.href === mark.href)
    if (last && last.end === mark.start && sameLink) {
      last.end = mark.end
      return
    }
    this.#marks.push(mark)
    this.#last.set(mark.kind, mark)
  }
}

export function sliceRich(rich: RichText, from: number, to = rich.text.length): RichText {
  const length = to - from
  const marks = rich.marks.flatMap((mark) => {
    const start = Math.max(0, mark.start - from)
    const end = Math.min(length, mark.end - from)
    return start < end ? [{ ...mark, start, end }] : []
  })
  return { text: rich.text.slice(from, to), marks }
}

export function trimRich(rich: RichText): RichText {
  const from = rich.text.length - rich.text.trimStart().length
  return sliceRich(rich, from, Math.max(from, rich.text.trimEnd().length))
}

export function joinRich(parts: readonly RichText[], separator: string): RichText {
  let at = 0
  const marks: Mark[] = []
  for (const part of parts) {
    for (const mark of part.marks) marks.push({ ...mark, start: mark.start + at, end: mark.end + at })
    at += part.text.length + separator.length
  }
  return { text: parts.map(({ text }) => text).join(separator), marks }
}

/** At most 200 characters, never half of a surrogate pair; white space of any kind becomes one space. */
export function excerptOf(text: string): string {
  const line = text.slice(0, 1000).replace(/\s+/g, ' ').trim()
  if (line.length <= 200) return line
  return `${line.slice(0, 199).replace(/[\ud800-\udbff]$/, '')}…`
}
