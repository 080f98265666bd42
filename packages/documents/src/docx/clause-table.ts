import type { ClauseTable, Mark, TableCell } from '@portal/domain'
import type { Attachments, Numberer } from './flatten.ts'
import { flatten } from './flatten.ts'
import { joinRich } from './rich-text.ts'
import type { TableBlock } from './story.ts'

type CellDraft = { text: string; marks: readonly Mark[]; columns: number; rows: number; header: boolean }

/** Cells as in HTML: one that is merged stands once, with the rows and columns it covers. No word of a covered cell is lost. */
export function clauseTable(table: TableBlock, numberer: Numberer, attachments: Attachments): ClauseTable {
  const rows: { cells: CellDraft[] }[] = []
  let above = new Map<number, CellDraft>()
  for (const row of table.rows) {
    const cells: CellDraft[] = []
    const merging = new Map<number, CellDraft>()
    let column = row.skippedColumns
    if (column > 0) cells.push(emptyCell(column, row.header))
    for (const raw of row.cells) {
      const content = flatten(raw.blocks, numberer, attachments)
      const covering = raw.merge === 'above' ? above.get(column) : raw.merge === 'left' ? cells.at(-1) : undefined
      if (covering) {
        Object.assign(covering, content.text === '' ? {} : joinRich([covering, content].filter(hasText), '\n'))
        if (raw.merge === 'left') covering.columns += raw.columns
        else {
          covering.rows++
          merging.set(column, covering)
        }
      } else {
        const cell = { ...content, columns: raw.columns, rows: 1, header: row.header }
        cells.push(cell)
        if (raw.merge === 'below') merging.set(column, cell)
      }
      column += raw.columns
    }
    above = merging
    rows.push({ cells })
  }
  return { rows }
}

/** The table as plain text: cells separated by tabs, rows by line feeds. */
export function tableText(table: ClauseTable): string {
  const lineOf = (cells: readonly TableCell[]): string =>
    cells.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join('\t')
  return table.rows.map(({ cells }) => lineOf(cells)).join('\n')
}

const emptyCell = (columns: number, header: boolean): CellDraft => ({ text: '', marks: [], columns, rows: 1, header })

const hasText = ({ text }: { text: string }): boolean => text !== ''
