import type { ClauseTable, TableCell } from '@portal/domain'
import type { Attachments, Numberer } from './flatten.ts'
import { flatten } from './flatten.ts'
import type { RichText } from './rich-text.ts'
import { joinRich } from './rich-text.ts'
import type { TableBlock } from './story.ts'

/** `parts` are the text of the cell itself and of the cells that it covers. */
type CellDraft = { parts: RichText[]; columns: number; rows: number; header: boolean }

/** Cells as in HTML: one that is merged stands once, with the rows and columns it covers. No word of a covered cell is lost. */
export function clauseTable(table: TableBlock, numberer: Numberer, attachments: Attachments): ClauseTable {
  const rows: { cells: CellDraft[] }[] = []
  let above = new Map<number, CellDraft>()
  for (const row of table.rows) {
    const cells: CellDraft[] = []
    const merging = new Map<number, CellDraft>()
    let column = row.skippedColumns
    if (column > 0) cells.push({ parts: [], columns: column, rows: 1, header: row.header })
    for (const raw of row.cells) {
      const content = flatten(raw.blocks, numberer, attachments)
      const covering = raw.merge === 'above' ? above.get(column) : raw.merge === 'left' ? cells.at(-1) : undefined
      const cell = covering ?? { parts: [], columns: raw.columns, rows: 1, header: row.header }
      if (content.text !== '') cell.parts.push(content)
      if (!covering) cells.push(cell)
      else if (raw.merge === 'left') cell.columns += raw.columns
      else cell.rows++
      if (raw.merge === 'below' || (covering && raw.merge === 'above')) merging.set(column, cell)
      column += raw.columns
    }
    above = merging
    rows.push({ cells })
  }
  return { rows: rows.map(({ cells }) => ({ cells: cells.map(finished) })) }
}

const finished = ({ parts, columns, rows, header }: CellDraft): TableCell => ({
  ...joinRich(parts, '\n'),
  columns,
  rows,
  header,
})

/** The table as plain text: cells separated by tabs, rows by line feeds. */
export function tableText(table: ClauseTable): string {
  const lineOf = (cells: readonly TableCell[]): string =>
    cells.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join('\t')
  return table.rows.map(({ cells }) => lineOf(cells)).join('\n')
}
