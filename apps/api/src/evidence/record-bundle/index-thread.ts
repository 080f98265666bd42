import { parentPort, workerData } from 'node:worker_threads'
import { renderExpediente, type ExpedienteData } from '@portal/documents'

/** The thread of one index: takes what it says, tells the PDF, and ends. */
parentPort?.postMessage(renderExpediente(workerData as ExpedienteData))
