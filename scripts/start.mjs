// `npm start`: everything that a fresh clone lacks, then the server. Plain ESM for Node 20 without dependencies.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { fail, prepareToolchain, ROOT, turbo } from './toolchain.mjs'

const env = prepareToolchain()
await turbo(['generate', 'build', '--filter=@portal/portal', '--filter=@portal/database'], env, 'Building the portal…')
serve()

/**
 * The server runs in a process group of its own, so that one Ctrl-C reaches it once: a terminal signals this process,
 * npm signals it again, and only the first is passed on. When npm dies without a word the server is told to stop, and
 * when this process is killed the server notices by itself (`leash.mjs`).
 */
function serve() {
  const main = fileURLToPath(new URL('../apps/api/src/main.ts', import.meta.url))
  const server = spawn('node', ['--import', new URL('leash.mjs', import.meta.url).href, main], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })

  let stopping = false
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    if (stopping) return
    stopping = true
    server.kill(signal)
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => stop(signal === 'SIGHUP' ? 'SIGTERM' : signal))
  }
  const parent = process.ppid
  setInterval(() => process.ppid === parent || stop('SIGTERM'), 500).unref()

  server.on('error', () => fail('The server could not be started: the Node of this project does not run here.'))
  server.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 1)))
}
