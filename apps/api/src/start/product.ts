import { createServer } from 'node:net'
import { join } from 'node:path'
import { createPool } from '@portal/database'
import { pino, type Logger } from 'pino'
import { enterSealKey, type PreviousKey } from '../acts/enter-seal-key.ts'
import { startSealTicker } from '../acts/seal.ts'
import { sealKeyFrom } from '../acts/seal-key.ts'
import { inTransaction, readerOn, type Statement } from '../acts/transaction.ts'
import { startClock } from '../adapters/clock.ts'
import { diskFileStore } from '../adapters/disk-file-store.ts'
import type { FileStore } from '../adapters/file-store.ts'
import { clamd } from '../adapters/malware-scanner.ts'
import { startListener } from '../adapters/listener.ts'
import { timeStampAuthority } from '../adapters/time-stamp-authority.ts'
import { buildApp } from '../app.ts'
import { seedCalendars } from '../calendar/seed-calendars.ts'
import { DEMONSTRATION_CLOCK_START, DEMONSTRATION_PASSWORD, seedDemonstration } from '../demonstration/index.ts'
import type { Deps } from '../deps.ts'
import { seedOrganisations } from '../directory/seed-organisations.ts'
import { authSecret, sealPrivateKey, stampRoots, type Env } from '../env.ts'
import { scannedFileStore } from '../files/scanned-file-store.ts'
import { createAuth } from '../identity/auth.ts'
import { offerFirstAdministrator } from '../identity/first-administrator.ts'
import { startIdentity } from '../identity/identity.ts'
import { createAnnouncer } from '../live/announcer.ts'
import { startHub } from '../live/hub.ts'
import { startRoundTicker } from '../rounds/close-due-rounds.ts'
import { openDatabase, seededWhole } from './database.ts'
import { explainDirectory, explainListen, explainSealKey } from './start-failure.ts'

const PORTAL = join(import.meta.dirname, '..', '..', '..', 'portal', 'dist')
const CONNECTIONS = 20
/** What is under way when the product is told to stop gets this long. */
const DRAIN_MS = 10_000
const END_MS = 3_000

const ANYBODY: Statement = { name: 'start_anybody', text: 'SELECT EXISTS (SELECT FROM person) AS anybody' }

export type Product = {
  log: Logger
  url: string
  /** Where the first administrator of a portal that knows nobody makes their account. */
  firstAdministrator: string | null
  /** Takes no more requests, finishes those under way, and ends everything in order. */
  stop: () => Promise<void>
}

/**
 * Starts the whole product, and on a failure ends again what had started.
 * @param onFatal told when it can't go on
 */
export async function startProduct(env: Env, onFatal: (error: Error) => void): Promise<Product> {
  const log = pino({ level: env.LOG_LEVEL ?? (env.DATABASE_URL === undefined ? 'warn' : 'info') })
  await using started = new AsyncDisposableStack()

  const database = await openDatabase(env, onFatal)
  started.defer(database.stop)
  const onIdleError = (error: Error) => log.warn({ err: error }, 'an idle connection broke')
  const pool = createPool({ url: database.url, max: CONNECTIONS, onIdleError })
  started.defer(() => within(END_MS, pool.end()))
  const listeningPool = createPool({ url: database.url, max: 1, onIdleError })
  started.defer(() => within(END_MS, listeningPool.end()))
  const listener = await startListener(listeningPool, log)
  started.defer(listener.close)

  const clock = await startClock(listener, env.CLOCK_START ?? (database.embedded ? DEMONSTRATION_CLOCK_START : null))
  const live = createAnnouncer(listener, pool, log)
  started.defer(live.flush)
  const port = env.PORT === 0 ? await freePort(env.HOST) : env.PORT
  const deps: Deps = {
    pool,
    clock,
    live,
    files: fileStore(env, log),
    log,
    sealKey: sealKeyFrom(await sealPrivateKey(env)),
    timeStamps: await timeStampsFrom(env),
    secret: await authSecret(env),
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${port}`,
    demonstrationPassword: database.embedded ? DEMONSTRATION_PASSWORD : null,
  }
  await enterSealKey(deps, previousKey(env)).catch((error: unknown) => {
    throw explainSealKey(error)
  })
  const firstAdministrator = await seed(deps, env, database.embedded)

  const stopSeals = startSealTicker(deps)
  started.defer(stopSeals)
  const rounds = startRoundTicker(deps)
  started.defer(rounds.stop)

  let stopping = false
  const auth = createAuth(deps, deps.secret)
  const identity = await startIdentity(deps, listener, deps.secret)
  const hub = await startHub(listener, identity, log)
  const app = await buildApp({
    deps,
    auth,
    identity,
    hub,
    portalDirectory: PORTAL,
    trustedProxies: env.TRUSTED_PROXIES ?? [],
    isStopping: () => stopping,
  })
  started.defer(async () => {
    hub.close()
    await within(DRAIN_MS, app.close())
    app.server.closeAllConnections()
  })
  await app.listen({ port, host: env.HOST }).catch((error: unknown) => {
    throw explainListen(env.HOST, port, error)
  })
  auth.warm().catch((error: unknown) => log.warn({ err: error }, 'sign-in was not warmed'))

  const running = started.move()
  return {
    log,
    url: deps.publicUrl,
    firstAdministrator,
    stop: async () => {
      stopping = true
      await running.disposeAsync()
    },
  }
}

async function timeStampsFrom(env: Env): Promise<Deps['timeStamps']> {
  return env.TSA_URL === undefined ? null : timeStampAuthority(env.TSA_URL, await stampRoots(env))
}

function fileStore({ CLAMD_URL, DATA_DIR }: Env, log: Logger): FileStore {
  const files = diskFileStore(join(DATA_DIR, 'files'))
  if (CLAMD_URL !== undefined) return scannedFileStore(files, clamd(CLAMD_URL), log)
  log.info('no CLAMD_URL: uploads are not scanned for malware')
  return files
}

function previousKey({ SEAL_KEY_PREVIOUS: previous }: Env): PreviousKey {
  if (previous === undefined) return null
  return previous === 'perdida' ? 'lost' : sealKeyFrom(previous)
}

/** What an empty database needs: ours the demonstration, any other the catalogues and its first administrator. */
async function seed(deps: Deps, env: Env, embedded: boolean): Promise<string | null> {
  const found = await readerOn(deps.pool).one<{ anybody: boolean }>(ANYBODY, [])
  if (embedded) {
    if (found?.anybody) return null
    await seededWhole(env.DATA_DIR, () => seedDemonstration(deps)).catch((error: unknown) => {
      throw explainDirectory(env.DATA_DIR, error)
    })
    return null
  }
  await inTransaction(deps.pool, async (reader) => {
    await seedOrganisations(reader)
    await seedCalendars(reader, deps.clock.now().slice(0, 10))
  })
  return found?.anybody ? null : await offerFirstAdministrator(deps)
}

/** Waits for something as long as that, and then no longer. */
async function within(ms: number, done: PromiseLike<unknown>): Promise<void> {
  const { promise: enough, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  await Promise.race([done, enough]).finally(() => clearTimeout(timer))
}

/** PORT=0 asks for any: it must be known before the server listens, for the links on receipts. */
function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, host, () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
