import type { MatrixData } from './matrix-data.ts'
import { writeMatrixDocx } from './write-matrix-docx.ts'
import { writeMatrixJson } from './write-matrix-json.ts'
import { writeMatrixPdf } from './write-matrix-pdf.ts'
import { writeMatrix } from './write-matrix.ts'

export const MATRIX_FORMATS = ['xlsx', 'docx', 'pdf', 'json'] as const
export type MatrixFormat = (typeof MATRIX_FORMATS)[number]

const WRITERS = {
  xlsx: writeMatrix,
  docx: writeMatrixDocx,
  pdf: writeMatrixPdf,
  json: writeMatrixJson,
} as const satisfies Record<MatrixFormat, (matrix: MatrixData) => Uint8Array | Promise<Uint8Array>>

/** The matrix as a file: the same rows, ids and hash in whatever format, and the same bytes whenever it is made. */
export const writeMatrixAs = async (format: MatrixFormat, matrix: MatrixData): Promise<Uint8Array> =>
  await WRITERS[format](matrix)
