import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { FullConfig } from '@playwright/test'

const MAIN = join(import.meta.dirname, '..', '..', 'api', 'src', 'main.ts')
const START_MS = 120_000

/** One for each worker, in their order, so that what people do in one journey is nothing to those of another. */
const URLS = 'PORTAL_E2E_URLS'

/** The address of this worker's product. */
export const productUrl = (): string =>
  process.env[URLS]?.split(' ')[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)] ?? ''

/** Starts the products of all workers; gives their end. */
export default async function startProducts({ workers }: FullConfig): Promise<() => Promise<void>> {
  const started = await Promise.allSettled(Array.from({ length: workers }, startProduct))
  const products = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const stop = async () => {
    await Promise.all(products.map((product) => product.stop()))
  }
  const failed = started.find((one) => one.status === 'rejected')
  if (failed) {
    await stop()
    throw failed.reason
  }
  process.env[URLS] = products.map(({ url }) => url).join(' ')
  return stop
}

/** The product as it is delivered, with the demonstration in a data directory of its own. */
async function startProduct(): Promise<{ url: string; stop: () => Promise<void> }> {
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
    return { url: await url, stop }
  } catch (error) {
    await stop()
    throw error
  } finally {
    clearTimeout(timer)
  }
}
