/** What an OPL takes with it of a round, to write observations where there is no network. Text is in Spanish. */
export interface OfflineData {
  specification: string
  round: string
  version: string
  /** In words, with the time of central Mexico. */
  due: string
  organisation: string
  /** ISO 8601 instant at which it was made. */
  madeAt: string
  /** True in the demonstration: the sheet says so. */
  illustrative: boolean
  stamp: OfflineStamp
  /** Those on which the OPL may write, in reading order; `citation` is different for each. */
  clauses: readonly { id: string; citation: string; text: string }[]
  types: readonly string[]
  rows: readonly OfflineRow[]
  /** Ids of the lines that are still empty. */
  freeRows: readonly string[]
}

/** Of what the file was made: kept hidden in it, so that one of another round or institution is noticed. */
export interface OfflineStamp {
  roundId: string
  versionId: string
  responseId: string
}

/** An observation that the OPL has already. */
export interface OfflineRow {
  /** Of the line in this file. */
  rowId: string
  observationId: string
  recordVersion: number
  /** Empty while it has no number. */
  number: string
  status: string
  /** The clause as cited; of an artwork its element and page. */
  place: string
  /** Whether the place is a whole clause, and so may be changed to another. */
  movable: boolean
  /** What was sent is there to be read. */
  editable: boolean
  type: string
  says: string
  shouldSay: string
  rationale: string
  legalBasis: string
}
