import type { ImportFinding } from '@portal/domain'
import type { RichText } from './rich-text.ts'

/** What a document part holds, in the order in which it is read: paragraphs and tables. */
export type Block = ParagraphBlock | TableBlock

export type ParagraphBlock = {
  type: 'paragraph'
  styleId: string | null
  numId: string | null
  level: number | null
  /** The outline level 0–8 of a heading, 9 for body text, null where the style decides. */
  outline: number | null
  rich: RichText
  findings: readonly LocalFinding[]
  notes: readonly NoteReference[]
  comments: readonly string[]
}

export type TableBlock = { type: 'table'; rows: readonly TableRow[] }

export type TableRow = { header: boolean; skippedColumns: number; cells: readonly RawCell[] }

export type RawCell = { columns: number; merge: 'none' | 'below' | 'above' | 'left'; blocks: Block[] }

/** A finding that does not know yet which clause its paragraph becomes. */
export type LocalFinding = { code: ImportFinding['code']; excerpt: string }

export type NoteReference = { kind: 'footnote' | 'endnote'; id: string }
