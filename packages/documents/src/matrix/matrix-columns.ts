import type { MatrixRow } from './matrix-data.ts'

interface MatrixColumn {
  header: string
  /** In characters of the default font. */
  width: number
}

/** The columns that the working group reads, in its order; the stable id goes last and hidden. */
const LAYOUT: Record<keyof MatrixRow, MatrixColumn> = {
  number: { header: 'No.', width: 6 },
  opl: { header: 'OPL', width: 16 },
  element: { header: 'Elemento', width: 18 },
  clause: { header: 'Numeral', width: 14 },
  page: { header: 'Página', width: 9 },
  type: { header: 'Tipo', width: 11 },
  says: { header: 'Dice', width: 42 },
  shouldSay: { header: 'Debe decir', width: 42 },
  rationale: { header: 'Justificación', width: 36 },
  legalBasis: { header: 'Fundamento', width: 24 },
  disposition: { header: 'Sentido', width: 16 },
  response: { header: 'Respuesta', width: 36 },
  agreedText: { header: 'Texto acordado', width: 42 },
  attendedIn: { header: 'Versión en que se atiende', width: 14 },
  agrees: { header: 'OPL conforme', width: 16 },
  id: { header: 'Identificador', width: 38 },
}

export const MATRIX_COLUMNS = (Object.keys(LAYOUT) as (keyof MatrixRow)[]).map((field) => ({ field, ...LAYOUT[field] }))

/** On paper no word of a narrow column is broken; the identifier is, and it is printed small. */
const ON_PAPER: Partial<Record<keyof MatrixRow, number>> = { number: 8, page: 11, type: 16, disposition: 19, id: 13 }
/** Of each column in proportion to the others, where the identifier is printed. */
export const PRINTED_WIDTHS = MATRIX_COLUMNS.map(({ field, width }) => ON_PAPER[field] ?? width)
