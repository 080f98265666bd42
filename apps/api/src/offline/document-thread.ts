import { parentPort, workerData } from 'node:worker_threads'
import { renderRoundDocument, type RoundDocument } from '@portal/documents'

/** The thread of one document: takes what it says, tells the PDF, and ends. */
parentPort?.postMessage(renderRoundDocument(workerData as RoundDocument))
