import type { Mark } from '@portal/domain'

export type RichText = { readonly text: string; readonly marks: readonly Mark[] }

export type Format = { bold: boolean; italic: boolean; underline: boolean; strike: boolean; href: string | null }

const EMPHASES = ['bold', 'italic', 'underline', 'strike'] as const

/** Combining marks, and the Korean letters that compose with the one before them. */
const COMBINING = /^[\p{M}\u1160-\u11ff]+/u
const LAST_CLUSTER = /.[\p{M}\u1160-\u11ff]*$/su
/** More accents on one letter than any script has: they are kept, but no longer composed one by one. */
const LONGEST_CLUSTER = 64

/**
 * Collects runs into one text in NFC. A combining accent may stand in a run of its own: it joins the letter before it,
 * so that the whole is in NFC and not just each run.
 */
export class RichTextBuilder {
  /** All but the last letter, which an accent may still change; what is done only ever grows at its end. */
  #done = ''
  #last = ''
  readonly #marks: Mark[] = []
  /** The last mark of each kind, the only one that a following run can continue. */
  readonly #open = new Map<Mark['kind'], Mark>()

  get isEmpty(): boolean {
    return this.#length === 0
  }

  append(added: string, format: Format): void {
    const accents = this.#last === '' ? '' : (COMBINING.exec(added)?.[0] ?? '')
    if (accents !== '') this.#compose(accents)
    const rest = added.slice(accents.length).normalize('NFC')
    if (rest === '') return
    const start = this.#length
    const last = LAST_CLUSTER.exec(rest.slice(-LONGEST_CLUSTER))?.[0] ?? ''
    this.#done += this.#last + rest.slice(0, rest.length - last.length)
    this.#last = last
    const end = this.#length
    for (const kind of EMPHASES) if (format[kind]) this.#extend({ kind, start, end })
    if (format.href !== null) this.#extend({ kind: 'link', start, end, href: format.href })
  }

  build(): RichText {
    return { text: this.#done + this.#last, marks: this.#marks }
  }

  get #length(): number {
    return this.#done.length + this.#last.length
  }

  #compose(accents: string): void {
    const before = this.#length
    if (this.#last.length + accents.length <= LONGEST_CLUSTER) this.#last = (this.#last + accents).normalize('NFC')
    else {
      this.#done += this.#last
      this.#last = accents
    }
    for (const mark of this.#open.values()) if (mark.end === before) mark.end = this.#length
  }

  #extend(mark: Mark): void {
    const last = this.#open.get(mark.kind)
    const sameLink = mark.kind !== 'link' || (last?.kind === 'link' && last.href === mark.href)
    if (last && last.end === mark.start && sameLink) {
      last.end = mark.end
      return
    }
    this.#marks.push(mark)
    this.#open.set(mark.kind, mark)
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
