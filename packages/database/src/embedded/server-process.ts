import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { SERVER_ENVIRONMENT } from './settings.ts'
import { commandAs } from './system-user.ts'
import type { SystemUser } from './system-user.ts'

export interface ServerProcess {
  /** Resolves once connections are accepted: true, or false when the server ended before. */
  ready: Promise<boolean>
  exited: Promise<void>
  stop(): Promise<void>
}

export interface ServerCommand {
  cluster: string
  postgres: string
  args: readonly string[]
  user: SystemUser
  logDescriptor: number
}

const POLL_MS = 5

/**
 * Starts the server in a session of its own: Ctrl-C reaches the whole foreground process group, and a database that
 * shuts down with it would take from the portal what it is still writing. Only `stop` ends it, or the watchdog.
 */
export function startServer({ cluster, postgres, args, user, logDescriptor }: ServerCommand): ServerProcess {
  const { command, before, become } = commandAs(user, postgres)
  const child = spawn(command, [...before, ...args], {
    ...become,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    detached: true,
    stdio: ['ignore', 'ignore', logDescriptor],
  })
  const watchdog = child.pid === undefined ? undefined : startWatchdog(child.pid, user)
  const exited = new Promise<void>((resolve) => {
    const end = () => {
      watchdog?.kill('SIGKILL')
      resolve()
    }
    child.once('error', end)
    child.once('exit', end)
  })
  child.unref()
  return { ready: waitUntilReady(child, cluster), exited, stop: () => stopServer(child, exited) }
}

/**
 * Stops the server when our process ends without having done so, `kill -9` included: a shell waits for the end of a
 * pipe that only we hold open, and then asks for a fast shutdown. Node is never killed for long with a database left.
 */
function startWatchdog(pid: number, user: SystemUser): ChildProcess {
  const watchdog = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1"', 'watchdog', String(pid)], {
    ...user.become,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watchdog.on('error', () => undefined)
  watchdog.unref()
  // A pipe is a socket here, and would keep an otherwise finished process alive.
  if (watchdog.stdin && 'unref' in watchdog.stdin && typeof watchdog.stdin.unref === 'function') watchdog.stdin.unref()
  return watchdog
}

async function waitUntilReady(child: ChildProcess, cluster: string): Promise<boolean> {
  // PostgreSQL writes its state on the eighth line. Recovery after a crash may take long: as long as it lives, we wait.
  while (child.pid !== undefined && !hasEnded(child)) {
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
    if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') return true
    await wait(POLL_MS)
  }
  return false
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

async function stopServer(child: ChildProcess, exited: Promise<void>): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return
  child.ref()
  // Fast shutdown; if that hangs, an immediate one, from which the next start recovers.
  child.kill('SIGINT')
  const patience = new AbortController()
  const impatient = wait(30_000, undefined, { signal: patience.signal }).then(
    () => child.kill('SIGQUIT'),
    () => undefined,
  )
  await exited
  patience.abort()
  await impatient
}
