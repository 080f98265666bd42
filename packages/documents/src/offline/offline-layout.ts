/** What the sheets and columns are called: by these names they are found again. */
export const OBSERVATIONS_SHEET = 'Observaciones'
export const CLAUSES_SHEET = 'Numerales'
export const STAMP_SHEET = 'Portal'

/** Where the headers of the observations stand, from 0. */
export const HEADER_ROW = 3

export const OFFLINE_HEADERS = {
  number: 'No.',
  status: 'Estado',
  clause: 'Numeral',
  type: 'Tipo',
  says: 'Dice',
  shouldSay: 'Debe decir',
  rationale: 'Justificación',
  legalBasis: 'Fundamento',
  rowId: 'Identificador de la fila',
  observationId: 'Identificador de la observación',
  recordVersion: 'Versión de la observación',
} as const

export type OfflineColumn = keyof typeof OFFLINE_HEADERS

/** The labels of the stamp, one a row. */
export const STAMP_LABELS = {
  roundId: 'Ronda',
  versionId: 'Versión',
  responseId: 'Respuesta',
} as const
