import { buffer } from 'node:stream/consumers'

import { readPdf } from './read-pdf.ts'

// Runs alone in a process that `inspectPdf` starts: a PDF on standard input, what it is on standard output.
const silent = () => undefined
Object.assign(console, { log: silent, warn: silent, error: silent })

const inspection = await readPdf(new Uint8Array(await buffer(process.stdin)))
process.stdout.write(JSON.stringify(inspection))
