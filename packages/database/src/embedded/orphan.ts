import { execFile } from 'node:child_process'
import { readFile, readlink, realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { platform } from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { failed } from './start-error.ts'

const POLL_MS = 20
/** Fast shutdown writes a checkpoint; then ever ruder, and PostgreSQL recovers from its log. */
const ATTEMPTS = [
  { signal: 'SIGINT', withinMs: 30_000 },
  { signal: 'SIGQUIT', withinMs: 5_000 },
  { signal: 'SIGKILL', withinMs: 5_000 },
] as const
/** Above any process id that a kernel gives out. */
const NOBODY = 2_147_483_647

/**
 * Ends a server that outlived the portal that started it. It is stopped and not adopted: it usually is stopping by
 * itself (see watchdog), and one that we start is in a state that we know. Call with the directory locked: then
 * whatever runs on it has lost its owner.
 */
export async function endOrphan(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const content = await readFile(file, 'utf8').catch(() => undefined)
  if (content === undefined) return
  const pid = Number.parseInt(content, 10)
  for (const { signal, withinMs } of ATTEMPTS) {
    if (!(await serves(pid, cluster))) return await disownProcess(file, content)
    sendSignal(pid, signal)
    if (await gone(pid, cluster, withinMs)) return await disownProcess(file, content)
  }
  throw failed(`El proceso ${pid} sigue usando ${cluster} y no se pudo detener.`)
}

/**
 * A pid file that nobody removed may name a process that has since become something else, and PostgreSQL would refuse
 * to start because of it. The rest of the file stays: with it PostgreSQL checks that no old backend is still attached.
 */
async function disownProcess(file: string, content: string): Promise<void> {
  const left = await readFile(file, 'utf8').catch(() => undefined)
  if (left === content) await writeFile(file, content.replace(/^-?\d*/, String(NOBODY)))
}

async function gone(pid: number, cluster: string, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs
  while (performance.now() < until) {
    if (!(await serves(pid, cluster))) return true
    await wait(POLL_MS)
  }
  return false
}

/** Whether this process is a PostgreSQL server of this directory: a server's working directory is its cluster. */
async function serves(pid: number, cluster: string): Promise<boolean> {
  if (!(pid > 1)) return false
  if (platform === 'linux') {
    const [current, own] = await Promise.all([readlink(`/proc/${pid}/cwd`).catch(() => undefined), realpath(cluster)])
    return current === own
  }
  const ps = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return ps.stdout.includes('postgres') && ps.stdout.includes(cluster)
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended in the meantime, which the next look finds out.
  }
}
