import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const MAIN = join(import.meta.dirname, '..', '..', 'api', 'src', 'main.ts')
const START_MS = 120_000

/** Starts the product as it is delivered, with the demonstration in a data directory of its own; gives its end. */
export default async function startProduct(): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'portal-e2e-'))
  const { DATABASE_URL: _, CLOCK_START: __, PUBLIC_URL: ___, ...environment } = process.env
  const server = spawn(process.execPath, [MAIN], {
    env: { ...environment, DATA_DIR: join(directory, 'data'), PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const stop = async () => {
    server.kill('SIGTERM')
    await ended
    await rm(directory, { recursive: true, force: true })
  }
  const { promise: url, resolve, reject } = Promise.withResolvers<string>()
  const timer = setTimeout(() => reject(new Error('The product did not start in time')), START_MS)
  createInterface(server.stdout).on('line', (line) => {
    const [, address] = /^Portal: (http\S+)/.exec(line) ?? []
    if (address !== undefined) resolve(address)
  })
  void ended.then(() => reject(new Error('The product ended while it started')))
  try {
    process.env['PORTAL_E2E_URL'] = await url
  } catch (error) {
    await stop()
    throw error
  } finally {
    clearTimeout(timer)
  }
  return stop
}
