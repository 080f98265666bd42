import { refuse, ok, type Result, type Sheet, type SheetCell, type SheetRow } from '@portal/domain'
import { readXlsx } from 'hucre/xlsx'
import type { Cell, CellValue, MergeRange, Workbook } from 'hucre/xlsx'

import { unpackedWorkbook, type WorkbookRefusal } from './inspect-workbook.ts'

/** More observations than any round ever had of one OPL. */
const MOST_ROWS = 5000
const MOST_COLUMNS = 60

/**
 * What the sheets of an uploaded workbook say, cell by cell. It may come from anybody: call it in a thread that has limits
 * of time and memory.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<Sheet[], WorkbookRefusal>> {
  const unpacked = unpackedWorkbook(bytes)
  if (!unpacked.ok) return unpacked
  const book = await parsed(bytes)
  if (book === null) return refuse({ code: 'DAMAGED', part: null })
  const long = book.sheets.find(({ rows }) => rows.length > MOST_ROWS)
  if (long) return refuse({ code: 'TOO_LARGE', measure: 'rows', limit: MOST_ROWS, size: long.rows.length })
  return ok(book.sheets.map(sheetOf))
}

/** One row more than is taken, to know that there are more. */
async function parsed(bytes: Uint8Array): Promise<Workbook | null> {
  try {
    return await readXlsx(bytes, { maxRows: MOST_ROWS + 1 })
  } catch {
    // Whatever the library stumbles upon is in the file: nothing else was given to it.
    return null
  }
}

function sheetOf({ name, rows, cells, merges = [] }: Workbook['sheets'][number]): Sheet {
  return {
    name,
    rows: rows.flatMap((values, row): SheetRow[] => {
      const read = values
        .slice(0, MOST_COLUMNS)
        .flatMap((value, column) =>
          cellOf(value, column, cells?.get(`${row},${column}`), isMerged(merges, row, column)),
        )
      return read.length === 0 ? [] : [{ line: row + 1, cells: read }]
    }),
  }
}

function cellOf(value: CellValue, column: number, cell: Cell | undefined, merged: boolean): SheetCell[] {
  const flaw = flawOf(value, cell, merged)
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '')
  if (text === '' && flaw === null) return []
  return [{ column, text: text.replaceAll(/\r\n?/g, '\n'), numeric: typeof value === 'number', flaw }]
}

function flawOf(value: CellValue, cell: Cell | undefined, merged: boolean): SheetCell['flaw'] {
  if (cell?.formula !== undefined) return 'formula'
  if (merged) return 'merged'
  if (value instanceof Date) return 'date'
  return cell?.type === 'error' ? 'error' : null
}

const isMerged = (merges: readonly MergeRange[], row: number, column: number): boolean =>
  merges.some(
    ({ startRow, endRow, startCol, endCol }) =>
      row >= startRow && row <= endRow && column >= startCol && column <= endCol,
  )
