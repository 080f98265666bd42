import type { Block, RawCell, TableBlock, TableRow } from './story.ts'

type CellDraft = { -readonly [Key in keyof RawCell]: RawCell[Key] }
type RowDraft = { header: boolean; skippedColumns: number; cells: CellDraft[] }

/** Word has at most 63 columns. */
const withinColumns = (columns: number): number => Math.min(Math.max(columns, 1), 63)

/** A table while it is being read; properties come after the row or cell they belong to has begun. */
export class TableDraft {
  readonly #rows: RowDraft[] = []

  beginRow(): void {
    this.#rows.push({ header: false, skippedColumns: 0, cells: [] })
  }

  beginCell(): Block[] | null {
    const row = this.#rows.at(-1)
    if (!row) return null
    const cell: CellDraft = { columns: 1, merge: 'none', blocks: [] }
    row.cells.push(cell)
    return cell.blocks
  }

  setHeader(header: boolean): void {
    const row = this.#rows.at(-1)
    if (row) row.header = header
  }

  skipColumns(columns: number): void {
    const row = this.#rows.at(-1)
    if (row && columns > 0) row.skippedColumns = withinColumns(columns)
  }

  setColumns(columns: number): void {
    this.#change((cell) => (cell.columns = withinColumns(columns)))
  }

  mergeDown(begins: boolean): void {
    this.#change((cell) => (cell.merge = begins ? 'below' : 'above'))
  }

  mergeLeft(begins: boolean): void {
    if (!begins) this.#change((cell) => (cell.merge = 'left'))
  }

  finish(): TableBlock {
    const rows: readonly TableRow[] = this.#rows
    return { type: 'table', rows }
  }

  #change(set: (cell: CellDraft) => void): void {
    const cell = this.#rows.at(-1)?.cells.at(-1)
    if (cell) set(cell)
  }
}
