import { parentPort, workerData } from 'node:worker_threads'
import { importDocx } from '@portal/documents/docx'

/** The thread of one import: takes the bytes of a .docx, tells its clauses or the refusal, and ends. */
if (parentPort && workerData instanceof Uint8Array) parentPort.postMessage(importDocx(workerData))
