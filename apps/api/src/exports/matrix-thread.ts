import { parentPort, workerData } from 'node:worker_threads'
import { writeMatrixAs, type MatrixData, type MatrixFormat } from '@portal/documents'

/** The thread of one matrix: takes its rows, tells the file, and ends. */
const { format, matrix } = workerData as { format: MatrixFormat; matrix: MatrixData }
parentPort?.postMessage(await writeMatrixAs(format, matrix))
