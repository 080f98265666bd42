import { createHash } from 'node:crypto'

import type { MatrixData, MatrixRow } from './matrix-data.ts'

/**
 * SHA-256, in hexadecimal, of the canonical JSON of the rows: keys in alphabetical order, rows by their stable id. Two
 * exports of the same observations have the same hash, however they were sorted, in whatever format, whenever made: the
 * version in which each was attended is said after the matrix was published, and is no part of it.
 */
export function matrixHash(matrix: Pick<MatrixData, 'rows'>): string {
  const rows = matrix.rows.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map(decided)
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}

const decided = (row: MatrixRow): Omit<MatrixRow, 'attendedIn'> => {
  const { attendedIn: _, ...rest } = canonicalRow(row)
  return rest
}

/** Names each field: a property that a caller carries along must not change the hash. */
export function canonicalRow(row: MatrixRow): MatrixRow {
  return {
    agreedText: row.agreedText,
    agrees: row.agrees,
    attendedIn: row.attendedIn,
    clause: row.clause,
    disposition: row.disposition,
    element: row.element,
    id: row.id,
    legalBasis: row.legalBasis,
    number: row.number,
    opl: row.opl,
    page: row.page,
    rationale: row.rationale,
    response: row.response,
    says: row.says,
    shouldSay: row.shouldSay,
    type: row.type,
  }
}
