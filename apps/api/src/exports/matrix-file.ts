import { writeMatrixAs, type MatrixData, type MatrixFormat } from '@portal/documents'
import { inThread } from '../adapters/in-thread.ts'

const THREAD = new URL('matrix-thread.ts', import.meta.url)
/** Five thousand rows as a PDF take a quarter of a minute. */
const MOST_MS = 5 * 60_000

/** A thread takes longer to start than so many rows to write. Pages are laid out in one of their own in any case. */
const AT_ONCE: Record<MatrixFormat, number> = { xlsx: 200, json: 1000, docx: 0, pdf: 0 }

let last: Promise<unknown> = Promise.resolve()

/** One after the other: each holds hundreds of megabytes, and must leave a core to everybody else. */
function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const turn = last.then(work, work)
  last = turn
  return turn
}

/** The matrix as a file, written where nobody else waits for it. */
export const matrixFile = (format: MatrixFormat, matrix: MatrixData): Promise<Uint8Array> =>
  matrix.rows.length <= AT_ONCE[format]
    ? writeMatrixAs(format, matrix)
    : inTurn(() => inThread<Uint8Array>(THREAD, { format, matrix }, MOST_MS))
