import { createHash } from 'node:crypto'

import type { MatrixData, MatrixRow } from './matrix-data.ts'

/**
 * SHA-256, in hexadecimal, of the canonical JSON of the rows: keys in alphabetical order, rows by their stable id. Two
 * exports of the same observations have the same hash, however they were sorted, in whatever format, whenever made.
 */
export function matrixHash(matrix: Pick<MatrixData, 'rows'>): string {
  const rows = matrix.rows.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map(canonicalRow)
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
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
