import type { RowProblem } from './judge-row.ts'

type Placeable = { id: string; citation: string; withheld: boolean }

/** The clause that a cell names: as it is cited, and which one, where it is one that may be observed. */
export type PlacedCell = { place: string; clauseId: string | null; problem: RowProblem['code'] | null }

/** "Numeral 2.1." is cited as "2.1". */
const cited = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/^\s*(?:numeral|clause|cláusula)\s+/iu, '')
    .replace(/[\s.]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()

/** Places a row on its clause. `numeric`: the program took the cell for a number, and 2.10 for 2.1. */
export function placeCell(text: string, numeric: boolean, clauses: readonly Placeable[]): PlacedCell {
  if (text.trim() === '') return { place: '', clauseId: null, problem: 'CLAUSE_MISSING' }
  const exact = clauses.find(({ citation }) => citation === text.trim())
  const same = exact && !numeric ? [exact] : clauses.filter(({ citation }) => isNamed(citation, text, numeric))
  const [clause, other] = same
  if (clause === undefined) return { place: text.trim(), clauseId: null, problem: 'CLAUSE_UNKNOWN' }
  if (other !== undefined) return { place: text.trim(), clauseId: null, problem: 'CLAUSE_AMBIGUOUS' }
  const { id, citation, withheld } = clause
  return { place: citation, clauseId: id, problem: withheld ? 'CLAUSE_WITHHELD' : null }
}

const isNamed = (citation: string, text: string, numeric: boolean): boolean =>
  cited(citation) === cited(text) || (numeric && /^\d+\.\d+$/.test(citation) && Number(citation) === Number(text))
