import type { ClauseKind, ImportFinding, ProposedClause } from '@portal/domain'
import type { Draft } from './drafts.ts'
import type { Attachments } from './flatten.ts'
import { placeAll } from './outline.ts'
import type { OutlineItem } from './outline-item.ts'
import { outlineItemOf } from './outline-item.ts'
import type { RichText } from './rich-text.ts'
import { excerptOf } from './rich-text.ts'
import type { NoteReference } from './story.ts'

export type Apparatus = {
  /** The text of a note, or null when the file has none under that reference. */
  note(reference: NoteReference): { rich: RichText; attachments: Attachments } | null
  comment(id: string): string | null
}

/** Of one kind; what is more than that nobody reads. */
const MOST_FINDINGS = 200

const SEQUENCE_FINDINGS = { repeated: 'REPEATED_NUMBER', missing: 'MISSING_NUMBER' } as const

export class ClauseList {
  readonly clauses: ProposedClause[] = []
  readonly findings: ImportFinding[] = []
  readonly #apparatus: Apparatus
  readonly #counts = new Map<ImportFinding['code'], number>()
  readonly #told = new Set<string>()
  readonly #notes = { footnote: 0, endnote: 0 }

  constructor(apparatus: Apparatus) {
    this.#apparatus = apparatus
  }

  addAll(drafts: readonly Draft[]): void {
    const shown = drafts.filter((draft) => draft.rich.text !== '' || draft.number !== null)
    const items = shown.map(outlineItemOf)
    const places = placeAll(items)
    let next = 0
    for (const draft of drafts) {
      const place = places[next]
      const item = items[next]
      if (draft !== shown[next] || !place || !item) {
        // A paragraph without words, such as one that holds a picture: it is told of where it stands.
        const last = this.clauses.at(-1)
        this.report(draft.attachments, last?.key ?? null, last ? last.depth + 1 : 0)
        continue
      }
      next++
      const key = this.#add({ ...contentOf(draft, item), depth: place.depth })
      if (place.sequence) this.find(SEQUENCE_FINDINGS[place.sequence], key, `${draft.number ?? ''} ${draft.rich.text}`)
      this.report(draft.attachments, key, place.depth + 1)
    }
  }

  /** Tells of what hangs on a clause (null for the title) and adds its notes behind it, at the given depth. */
  report(attachments: Attachments, owner: string | null, depth: number): void {
    for (const { code, excerpt } of attachments.findings) this.find(code, owner, excerpt)
    for (const id of attachments.comments) {
      const comment = this.#firstTime(`comment ${id}`) ? this.#apparatus.comment(id) : null
      if (comment !== null) this.find('COMMENT', owner, comment)
    }
    for (const reference of attachments.notes) {
      if (this.#firstTime(`${reference.kind} ${reference.id}`)) this.#addNote(reference, owner, depth)
    }
  }

  find(code: ImportFinding['code'], clauseKey: string | null, text: string): void {
    const count = (this.#counts.get(code) ?? 0) + 1
    this.#counts.set(code, count)
    if (count <= MOST_FINDINGS) this.findings.push({ code, clauseKey, excerpt: excerptOf(text) })
  }

  /** Notes become clauses behind the one that refers to them: they bind like the rest, and can be observed. */
  #addNote(reference: NoteReference, owner: string | null, depth: number): void {
    const note = this.#apparatus.note(reference)
    if (!note || note.rich.text === '') return
    const count = ++this.#notes[reference.kind]
    const number = `${reference.kind === 'footnote' ? 'Nota' : 'Nota final'} ${count}`
    this.find('FOOTNOTE', owner, note.rich.text)
    const key = this.#add({ kind: 'paragraph', number, numberOrigin: 'automatic', depth, ...note.rich, table: null })
    this.report(note.attachments, key, depth + 1)
  }

  /** A file may refer to one long note a thousand times over: it is told once. */
  #firstTime(reference: string): boolean {
    const first = !this.#told.has(reference)
    this.#told.add(reference)
    return first
  }

  #add(content: Omit<ProposedClause, 'key' | 'excluded'>): string {
    const key = `c${this.clauses.length + 1}`
    this.clauses.push({ ...content, key, excluded: false })
    return key
  }
}

function contentOf(draft: Draft, item: OutlineItem): Omit<ProposedClause, 'key' | 'excluded' | 'depth'> {
  const { number, origin, rich, table } = draft
  return { kind: kindOf(item), number, numberOrigin: origin, text: rich.text, marks: rich.marks, table }
}

function kindOf({ role, title }: OutlineItem): ClauseKind {
  switch (role) {
    case 'heading':
    case 'table':
      return role
    case 'path':
    case 'division':
      return title ? 'heading' : 'paragraph'
    case 'item':
    case 'bullet':
      return 'list_item'
    case 'text':
      return 'paragraph'
  }
}
