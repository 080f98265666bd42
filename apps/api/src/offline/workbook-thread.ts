import { parentPort, workerData } from 'node:worker_threads'
import { readWorkbook } from '@portal/documents/workbook'

/** The thread of one workbook: takes the bytes, tells its cells or the refusal, and ends. */
if (parentPort && workerData instanceof Uint8Array) parentPort.postMessage(await readWorkbook(workerData))
