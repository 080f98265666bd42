/** The observation matrix of one round: what was observed on each clause and what became of it. */
export interface MatrixData {
  specification: string
  round: string
  version: string
  /** ISO 8601 instant at which the matrix was made. */
  generatedAt: string
  verificationUrl: string
  /** True in the demonstration: the sheet says so. */
  illustrative: boolean
  /** What an extract was cut down to ("OPL: IEPC Chiapas · Sentido: Procede"); null for all that its reader may see. */
  extract: string | null
  /** Hash under which the whole matrix was published; null before. */
  publishedHash: string | null
  rows: readonly MatrixRow[]
}

/** One observation. Text is in Spanish and ready to be read; what is not known yet is the empty string. */
export interface MatrixRow {
  /** Identity of the observation: stays when rows are sorted, filtered or renumbered. */
  id: string
  number: number
  opl: string
  /** Elemento: Sobre-PEP, Sobre-Postal-Voto, instructivo … */
  element: string
  /** Numeral, as cited. */
  clause: string
  page: string
  type: string
  says: string
  shouldSay: string
  rationale: string
  legalBasis: string
  disposition: string
  response: string
  agreedText: string
  /** Version in which it is attended. */
  attendedIn: string
  /** Whether the OPL agrees with the disposition. */
  agrees: string
}
