/** A cell of a workbook that somebody uploaded. */
export type SheetCell = {
  /** From 0. */
  column: number
  text: string
  /** Of a number the digits may not be those that were typed: 2.10 is kept as 2.1. */
  numeric: boolean
  /** Why its content is no text that somebody wrote there. */
  flaw: 'formula' | 'merged' | 'date' | 'error' | null
}

/** Only what has content: `line` is the row's number as the program shows it. */
export type SheetRow = { line: number; cells: readonly SheetCell[] }

export type Sheet = { name: string; rows: readonly SheetRow[] }

/** Column 2 of line 7 as people call it, "C7". */
export const cellName = (column: number, line: number): string => `${columnLetter(column)}${line}`

export function columnLetter(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? last : `${columnLetter(Math.floor(column / 26) - 1)}${last}`
}
