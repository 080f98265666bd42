import type { ClauseTable, NumberOrigin } from '@portal/domain'
import { clauseTable, tableText } from './clause-table.ts'
import type { Attachments, Numberer } from './flatten.ts'
import { attach, noAttachments } from './flatten.ts'
import type { ListLabel } from './list-counter.ts'
import type { RichText } from './rich-text.ts'
import { sliceRich, trimRich } from './rich-text.ts'
import type { Block, ParagraphBlock } from './story.ts'
import type { StyleSheet } from './style-sheet.ts'
import { TypedNumbers } from './typed-number.ts'

/** A block with its number, before it has its place in the outline. */
export type Draft = {
  number: string | null
  origin: NumberOrigin
  /** Its place in a list of Word, bullets included. */
  list: ListLabel | null
  /** The outline level of a heading, 0 for the outermost; null for anything else. */
  outline: number | null
  /** It has the style of a document's title. */
  title: boolean
  rich: RichText
  table: ClauseTable | null
  attachments: Attachments
}

/** First pass: Word's automatic numbers. Second pass: numbers typed at the start of what has none. */
export function draftsOf(blocks: readonly Block[], styles: StyleSheet, numberer: Numberer): Draft[] {
  const typed = new TypedNumbers()
  return blocks.map((block): Draft => {
    const attachments = noAttachments()
    if (block.type === 'table') {
      const table = clauseTable(block, numberer, attachments)
      const text = tableText(table)
      const rich = { text: text.trim() === '' ? '' : text, marks: [] }
      return { number: null, origin: 'none', list: null, outline: null, title: false, rich, table, attachments }
    }
    attach(attachments, block)
    const list = numberer(block)
    const outline = outlineOf(block, styles)
    const rich = trimRich(block.rich)
    const title = styles.chain(block.styleId)[0]?.name.toLowerCase() === 'title'
    const found = { list, outline, title, table: null, attachments }
    if (list !== null && list.label !== null) {
      if (rich.text !== '') typed.remember(list.label)
      return { ...found, number: list.label, origin: 'automatic', rich }
    }
    // The lines of a table of contents repeat the numbers of the clauses, and are none.
    const contents = /^toc \d$/i.test(styles.chain(block.styleId)[0]?.name ?? '')
    const number = title || contents ? null : typed.find(rich.text, outline !== null)
    if (!number) return { ...found, number: null, origin: 'none', rich }
    return { ...found, number: number.number, origin: 'typed', rich: sliceRich(rich, number.rest) }
  })
}

/** Headings are told by their outline level, or by a built-in style that lost it on its way through other programs. */
function outlineOf(block: ParagraphBlock, styles: StyleSheet): number | null {
  const chain = styles.chain(block.styleId)
  const level = block.outline ?? chain.find((style) => style.outline !== null)?.outline ?? null
  if (level !== null) return level >= 0 && level < 9 ? level : null
  const named = chain
    .map(({ name }) => /^(?:heading|título) ([1-9])$/i.exec(name)?.[1])
    .find((digit) => digit !== undefined)
  return named === undefined ? null : Number(named) - 1
}
