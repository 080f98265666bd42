import type { ObservationStatus, ObservationType } from '../rounds/observation.ts'

/** What a file says of one observation, once its cells were read. */
export type OfflineTexts = {
  /** Null where the file names none that there is. */
  type: ObservationType | null
  says: string
  shouldSay: string
  rationale: string
  legalBasis: string
}

/** Why a row, or one of its cells, is not taken. */
export type RowProblem = {
  code:
    | 'FORMULA'
    | 'MERGED'
    | 'DATE'
    | 'CELL_ERROR'
    | 'CLAUSE_MISSING'
    | 'CLAUSE_UNKNOWN'
    /** A number that stands for several clauses: Excel writes 2.10 as 2.1. */
    | 'CLAUSE_AMBIGUOUS'
    | 'CLAUSE_WITHHELD'
    | 'TYPE_MISSING'
    | 'TYPE_UNKNOWN'
    | 'TOO_LONG'
    | 'NOTHING_WRITTEN'
    /** It observes a stretch of text or a region of an artwork: where, is changed in the portal. */
    | 'PLACE_FIXED'
    | 'ALREADY_SENT'
    | 'DISCARDED'
    | 'OBSERVATION_UNKNOWN'
    | 'REPEATED'
  /** As the program shows it, "C7"; empty where it is the whole row. */
  cell: string
  /** The most characters that the cell may have. */
  limit?: number
}

/** `conflict`: somebody changed the observation in the portal since the file was made. */
export type RowStatus = 'new' | 'changed' | 'unchanged' | 'conflict' | 'refused'

/** Of the observation that a row names: how it stands in the portal. */
export type StandingObservation = {
  id: string
  status: ObservationStatus
  recordVersion: number
  movable: boolean
  /** What it observes is kept from its author. */
  held: boolean
  place: string
  texts: OfflineTexts
}

type Row = {
  /** The clause as it stands in the file. */
  place: string
  /** As far as they could be read. */
  texts: OfflineTexts
  problems: readonly RowProblem[]
  clauseCell: string
  /** The version of the observation that the row was made from, or was last taken into. */
  base: number | null
}

/** What becomes of a row if it is taken, and why not. */
export function judgeRow(
  row: Row,
  standing: StandingObservation | null,
): { status: RowStatus; problems: readonly RowProblem[] } {
  const stays = standing !== null && row.place === standing.place
  // Where it stands already is no mistake, even if it is not among the places that may be chosen.
  const own = row.problems.filter(({ code }) => !stays || (code !== 'CLAUSE_UNKNOWN' && code !== 'CLAUSE_WITHHELD'))
  if (stays && own.length === 0 && isSame(row.texts, standing)) return { status: 'unchanged', problems: [] }
  const problems = [...own, ...(standing === null ? [] : standingProblems(row, standing))]
  if (problems.length > 0) return { status: 'refused', problems }
  if (standing === null) return { status: 'new', problems }
  return { status: row.base === standing.recordVersion ? 'changed' : 'conflict', problems }
}

function standingProblems({ place, clauseCell }: Row, standing: StandingObservation): RowProblem[] {
  if (standing.status === 'withdrawn') return [{ code: 'DISCARDED', cell: '' }]
  if (standing.status !== 'draft') return [{ code: 'ALREADY_SENT', cell: '' }]
  if (standing.held) return [{ code: 'CLAUSE_WITHHELD', cell: clauseCell }]
  return place !== standing.place && !standing.movable ? [{ code: 'PLACE_FIXED', cell: clauseCell }] : []
}

const isSame = (texts: OfflineTexts, standing: StandingObservation): boolean =>
  standing.status !== 'withdrawn' && TEXTS.every((field) => texts[field] === standing.texts[field])

const TEXTS = ['type', 'says', 'shouldSay', 'rationale', 'legalBasis'] as const satisfies (keyof OfflineTexts)[]
