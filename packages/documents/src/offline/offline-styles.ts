import type { CellStyle } from 'hucre/xlsx'

const FONT = { name: 'Arial', size: 10, color: { rgb: '333333' } }
const LINE = { style: 'thin', color: { rgb: 'CFCBC9' } } as const
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE }
const TOP = { vertical: 'top', wrapText: true } as const

export const TITLE: CellStyle = { font: { ...FONT, size: 14, bold: true } }
export const NOTE: CellStyle = { font: FONT, alignment: { vertical: 'top' } }
export const TEXT: CellStyle = { font: { ...FONT, size: 11 }, alignment: TOP }
export const HEADING: CellStyle = { font: { ...FONT, size: 11, bold: true }, alignment: TOP }
export const MARK: CellStyle = { font: { ...FONT, bold: true, color: { rgb: '950054' } } }
export const HEADER: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '575453' } },
  alignment: { vertical: 'center', wrapText: true },
  border: BORDER,
}
/** Format "@": a text that begins with = stays text even after someone edits the cell and presses Enter. */
export const FREE: CellStyle = {
  font: FONT,
  alignment: TOP,
  border: BORDER,
  numFmt: '@',
  protection: { locked: false },
}
export const LOCKED: CellStyle = {
  ...FREE,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EFEDEC' } },
  protection: { locked: true },
}
