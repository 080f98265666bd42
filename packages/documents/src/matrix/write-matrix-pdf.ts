import { qrSvg } from '../receipt/qr-code.ts'
import { renderTemplate } from '../typst/compiler.ts'
import { printable } from '../typst/printable.ts'
import { MATRIX_COLUMNS, PRINTED_WIDTHS } from './matrix-columns.ts'
import type { MatrixData } from './matrix-data.ts'
import { HASH_LABEL, matrixHeading, PUBLISHED_HASH_LABEL, QR_ALT, VERIFICATION_LABEL } from './matrix-heading.ts'

/** Longer runs than this may break: the narrow columns hold some ten letters. */
const LONGEST_RUN = 14
const HASH_LENGTH = 64

/**
 * The matrix as a PDF that the compiler holds to PDF/UA-1: tagged, its table with a header row that stands on every page.
 * Same matrix, same bytes. A thousand rows take some seconds: call it where nobody else waits.
 */
export function writeMatrixPdf(matrix: MatrixData): Uint8Array {
  const { title, of, made, hash, extract, publishedHash, url, mark } = matrixHeading(matrix)
  const notes = [of, made, extract].filter((note) => note !== null)
  const data = {
    title: printable(title),
    notes: notes.map((note) => printable(note)),
    hashes: [[HASH_LABEL, hash], ...(publishedHash === null ? [] : [[PUBLISHED_HASH_LABEL, publishedHash]])],
    verification: VERIFICATION_LABEL,
    url,
    urlShown: printable(url, HASH_LENGTH),
    qr: qrSvg(url),
    qrAlt: QR_ALT,
    mark: mark ?? '',
    foot: printable(of),
    columns: MATRIX_COLUMNS.map(({ header }, column) => ({ header, width: PRINTED_WIDTHS[column] })),
    rows: matrix.rows.map((row) => MATRIX_COLUMNS.map(({ field }) => printable(String(row[field]), LONGEST_RUN))),
  }
  return renderTemplate('matrix.typ', data, Temporal.Instant.from(matrix.generatedAt), 'ua-1')
}
