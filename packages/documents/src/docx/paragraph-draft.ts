import type { ImportFinding } from '@portal/domain'
import { excerptOf, RichTextBuilder } from './rich-text.ts'
import type { LocalFinding, NoteReference, ParagraphBlock } from './story.ts'

/** A paragraph while it is being read. */
export class ParagraphDraft {
  styleId: string | null
  numId: string | null = null
  level: number | null = null
  outline: number | null = null
  /** Its end is a tracked deletion: once accepted, the paragraph is no more. */
  markDeleted = false
  hidden = ''
  readonly builder = new RichTextBuilder()
  readonly findings: LocalFinding[] = []
  readonly notes: NoteReference[] = []
  readonly comments: string[] = []

  constructor(styleId: string | null) {
    this.styleId = styleId
  }

  finish(): ParagraphBlock {
    if (this.hidden.trim() !== '') this.findings.push({ code: 'HIDDEN_TEXT', excerpt: excerptOf(this.hidden) })
    // A paragraph that was deleted whole keeps its findings but takes no number of its list.
    const gone = this.markDeleted && this.builder.isEmpty
    return {
      type: 'paragraph',
      styleId: gone ? null : this.styleId,
      numId: gone ? '0' : this.numId,
      level: this.level,
      outline: this.outline,
      rich: this.builder.build(),
      findings: this.findings,
      notes: this.notes,
      comments: this.comments,
    }
  }
}

/** Follows text that Word treats specially and reports it at the first paragraph where it has any. */
export class Span {
  readonly code: ImportFinding['code']
  #owner: ParagraphDraft | null = null
  #text = ''

  constructor(code: ImportFinding['code']) {
    this.code = code
  }

  take(text: string, paragraph: ParagraphDraft): void {
    if (this.#owner === null && text.trim() !== '') this.#owner = paragraph
    if (this.#owner === paragraph && this.#text.length < 1000) this.#text += text
  }

  close(): void {
    if (this.#owner === null) return
    const last = this.#owner.findings.at(-1)
    const tracked = this.code === 'TRACKED_INSERTION' || this.code === 'TRACKED_DELETION'
    if (tracked && last?.code === this.code) {
      // Word cuts one insertion into many pieces: they are one thing to look at.
      if (last.excerpt.length < 200) last.excerpt = excerptOf(`${last.excerpt} … ${this.#text}`)
      return
    }
    this.#owner.findings.push({ code: this.code, excerpt: excerptOf(this.#text) })
  }
}
