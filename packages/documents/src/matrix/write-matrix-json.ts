import { MATRIX_COLUMNS } from './matrix-columns.ts'
import type { MatrixData } from './matrix-data.ts'
import { canonicalRow } from './matrix-hash.ts'
import { matrixHeading } from './matrix-heading.ts'

const HASHED =
  'SHA-256 de «rows» sin «attendedIn», en JSON sin espacios: claves en orden alfabético, renglones por «id»; en hexadecimal'

/** The matrix for another system; it says how to compute the hash of its rows again. */
export function writeMatrixJson(matrix: MatrixData): Uint8Array {
  const { hash, url } = matrixHeading(matrix)
  const { specification, round, version, generatedAt, illustrative } = matrix
  const content = {
    format: 'matriz-de-observaciones',
    formatVersion: 1,
    specification,
    round,
    version,
    generatedAt,
    illustrative,
    hash,
    hashed: HASHED,
    extract: matrix.extract,
    publishedHash: matrix.publishedHash,
    verificationUrl: url,
    columns: MATRIX_COLUMNS.map(({ field, header }) => ({ field, header })),
    rows: matrix.rows.map(canonicalRow),
  }
  return new TextEncoder().encode(`${JSON.stringify(content, null, 1)}\n`)
}
