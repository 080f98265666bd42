/**
 * A clause ("numeral") is one addressable block of a specification: a heading, a paragraph, a list item or a table.
 * Clauses are kept flat, in reading order, each with its depth, so that order and nesting can't disagree.
 */
export type ClauseKind = 'heading' | 'paragraph' | 'list_item' | 'table'

/** Where the number came from: typed by hand in the text, counted by the word processor, or there is none. */
export type NumberOrigin = 'typed' | 'automatic' | 'none'

/** Emphasis or a link over `text.slice(start, end)`, in UTF-16 code units of the clause's (or cell's) text. */
export type Mark =
  | { kind: 'bold' | 'italic' | 'underline' | 'strike'; start: number; end: number }
  | { kind: 'link'; start: number; end: number; href: string }

export type TableCell = { text: string; marks: readonly Mark[]; columns: number; rows: number; header: boolean }

export type ClauseTable = { rows: readonly { cells: readonly TableCell[] }[] }

export type ClauseContent = {
  kind: ClauseKind
  /** As it is shown and cited, for instance `1.1`, `a)`, `ii.`; null where the block has none. */
  number: string | null
  numberOrigin: NumberOrigin
  /** 0 for the outermost level. A clause belongs to the nearest clause before it with a smaller depth. */
  depth: number
  /** Plain text in NFC without the number. Of a table: its cells, separated by tabs, rows by line feeds. */
  text: string
  marks: readonly Mark[]
  table: ClauseTable | null
}

/** A clause of a proposal that the coordinator may still correct: `key` is local to the proposal. */
export type ProposedClause = ClauseContent & { key: string; excluded: boolean }

/** What the reader of a document should know: text that Word treats specially and that may need a look. */
export type ImportFinding = {
  code:
    | 'TRACKED_INSERTION'
    | 'TRACKED_DELETION'
    | 'COMMENT'
    | 'TEXT_BOX'
    | 'CONTENT_CONTROL'
    | 'FOOTNOTE'
    | 'IMAGE'
    | 'HEADER_OR_FOOTER'
    | 'FIELD'
    | 'HIDDEN_TEXT'
    | 'REPEATED_NUMBER'
    | 'MISSING_NUMBER'
  /** The clause where it stands, or null for the document as a whole. */
  clauseKey: string | null
  /** A short excerpt of the text concerned, at most 200 characters. */
  excerpt: string
}

export type ImportedDocument = {
  /** The document's title as styled or the first line; editable by the coordinator. */
  title: string
  clauses: readonly ProposedClause[]
  findings: readonly ImportFinding[]
}
