import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

import { refuse } from '@portal/domain'

import { detectFileType } from '../file-type/detect-file-type.ts'
import type { PdfInspection } from './pdf-refusal.ts'

const MEGABYTE = 1024 * 1024
const SIZE_LIMIT = 60 * MEGABYTE
const TIME_LIMIT_SECONDS = 20
const SCRIPT = join(import.meta.dirname, 'inspection-process.ts')

/** Where Linux has it, the kernel bounds the process too: memory outside of the script's heap counts as well. */
const PRLIMIT = '/usr/bin/prlimit'
const KERNEL_LIMITS = [`--data=${1024 * MEGABYTE}`, `--cpu=${TIME_LIMIT_SECONDS}`, '--nofile=64', '--core=0']

/**
 * Whether a PDF may be taken in, and the size of its pages. Never throws because of what the file holds.
 *
 * The file is read in a process of its own, that may read the program and nothing else, has no environment, and is ended
 * when it takes too long or too much memory: a few kilobytes can inflate to gigabytes, and a reader that is caught in them
 * must not take the server with it.
 */
export async function inspectPdf(bytes: Uint8Array, seconds = TIME_LIMIT_SECONDS): Promise<PdfInspection> {
  if (bytes.length > SIZE_LIMIT) return refuse({ code: 'TOO_LARGE', limit: SIZE_LIMIT, size: bytes.length })
  if (detectFileType(bytes) !== 'pdf') return refuse({ code: 'NOT_PDF' })
  const answer = await answerOf(bytes, seconds)
  return answer === '' ? refuse({ code: 'UNDETERMINED' }) : (JSON.parse(answer) as PdfInspection)
}

/** What the process said, or nothing when it had to be ended. */
async function answerOf(bytes: Uint8Array, seconds: number): Promise<string> {
  const program = [process.execPath, ...nodeFlags(), SCRIPT]
  const [command, parameters] = existsSync(PRLIMIT)
    ? [PRLIMIT, [...KERNEL_LIMITS, ...program]]
    : [process.execPath, program.slice(1)]
  const child = spawn(command, parameters, {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
  })
  // A process that was ended no longer reads: its absence is told by its exit, not by the pipe.
  child.stdin.on('error', () => undefined)
  child.stdin.end(bytes)
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  const [answer, code] = await Promise.all([text(child.stdout), exited])
  return code === 0 ? answer : ''
}

function nodeFlags(): string[] {
  const readable = [packageOf(import.meta.url), packageOf(import.meta.resolve('@portal/domain')), modulesFolder()]
  return ['--permission', '--max-old-space-size=512', ...readable.map((folder) => `--allow-fs-read=${folder}`)]
}

/** Folder of the package whose `src` holds the module. */
function packageOf(url: string): string {
  return fileURLToPath(url).split(`${sep}src${sep}`)[0] ?? dirname(fileURLToPath(url))
}

function modulesFolder(): string {
  const library = fileURLToPath(import.meta.resolve('@cantoo/pdf-lib'))
  return library.slice(0, library.indexOf(`${sep}node_modules${sep}`) + `${sep}node_modules`.length)
}
