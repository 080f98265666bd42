import type { ListLabel } from './list-counter.ts'
import type { RichText } from './rich-text.ts'
import { joinRich, trimRich } from './rich-text.ts'
import type { Block, LocalFinding, NoteReference, ParagraphBlock } from './story.ts'

/** Gives the automatic number of each paragraph; to be asked once for each, in the order of the document. */
export type Numberer = (paragraph: ParagraphBlock) => ListLabel | null

/** What hangs on paragraphs and goes with their text wherever it goes. */
export type Attachments = { findings: LocalFinding[]; notes: NoteReference[]; comments: string[] }

export const noAttachments = (): Attachments => ({ findings: [], notes: [], comments: [] })

export function attach(to: Attachments, block: ParagraphBlock): void {
  for (const finding of block.findings) to.findings.push(finding)
  for (const note of block.notes) to.notes.push(note)
  for (const comment of block.comments) to.comments.push(comment)
}

/**
 * Many blocks as one text, line by line: a cell of a table, a note. A table inside a cell becomes lines with tabs, and
 * the automatic number of a list inside it is written out, for there it has no other place.
 */
export function flatten(blocks: readonly Block[], numberer: Numberer, attachments: Attachments): RichText {
  const lines: RichText[] = []
  for (const block of blocks) {
    if (block.type === 'table') {
      for (const row of block.rows) {
        const cells = row.cells.map((cell) => flatten(cell.blocks, numberer, attachments))
        lines.push(joinRich(cells, '\t'))
      }
      continue
    }
    attach(attachments, block)
    const label = numberer(block)?.label ?? null
    const text = trimRich(block.rich)
    if (text.text !== '') lines.push(label === null ? text : joinRich([{ text: label, marks: [] }, text], ' '))
  }
  return trimRich(
    joinRich(
      lines.filter(({ text }) => text.trim() !== ''),
      '\n',
    ),
  )
}
