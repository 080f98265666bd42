import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { findBinaries } from './embedded/binaries.ts'
import type { Binaries } from './embedded/binaries.ts'
import {
  clusterExists,
  clusterPaths,
  createSecret,
  giveToOwnerOf,
  initialise,
  prepareDirectory,
  readSecret,
} from './embedded/cluster-directory.ts'
import type { ClusterPaths } from './embedded/cluster-directory.ts'
import { lockDirectory } from './embedded/directory-lock.ts'
import type { DirectoryLock } from './embedded/directory-lock.ts'
import { endOrphan } from './embedded/orphan.ts'
import { databaseUrl, provision, rolePassword } from './embedded/provision.ts'
import { openServerLog } from './embedded/server-log.ts'
import type { ServerLog } from './embedded/server-log.ts'
import { startServer } from './embedded/server-process.ts'
import type { ServerProcess } from './embedded/server-process.ts'
import { serverArguments } from './embedded/settings.ts'
import { explainLog, explainSystemError } from './embedded/start-error.ts'
import type { DatabaseStartError } from './embedded/start-error.ts'
import { systemUser } from './embedded/system-user.ts'
import type { SystemUser } from './embedded/system-user.ts'

export interface EmbeddedOptions {
  /** The portal's data directory; the cluster lives in `postgres` below it, its secret, lock and log beside that. */
  dataDir: string
  /** False gives up safety for speed, for databases of tests. */
  durable?: boolean
  /** Called when the server ends although nobody stopped it. */
  onCrash?: (error: DatabaseStartError) => void
}

export interface EmbeddedDatabase {
  /** For the application: signs in as `portal_app`. */
  url: string
  /** For migrations: signs in as `portal_owner`, who owns the database. */
  ownerUrl: string
  /** Superuser, on the maintenance database: for tests and repairs, not for the portal. */
  adminUrl: string
  /** Stops the server in order and gives the directory free. Close your connections first; repeating it is harmless. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL on a data directory, creating it the first time and recovering whatever a crash left.
 * @throws DatabaseStartError with one sentence that can be shown as it is
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const paths = clusterPaths(resolve(options.dataDir))
  try {
    const binaries = await findBinaries()
    await prepareDirectory(paths)
    const lock = lockDirectory(paths.directory, paths.lock)
    try {
      await giveToOwnerOf(paths.directory, paths.lock)
      return await startLocked(paths, binaries, options, lock)
    } catch (cause) {
      lock.release()
      throw cause
    }
  } catch (cause) {
    throw explainSystemError(paths.directory, cause)
  }
}

async function startLocked(
  paths: ClusterPaths,
  binaries: Binaries,
  { durable = true, onCrash }: EmbeddedOptions,
  lock: DirectoryLock,
): Promise<EmbeddedDatabase> {
  const exists = await clusterExists(paths)
  const user = await systemUser(paths.cluster, [binaries.initdb, binaries.postgres, paths.directory])
  const secret = exists ? await readSecret(paths) : await createSecret(paths)
  if (exists) await endOrphan(paths.cluster)
  else await initialise({ paths, binaries, user, durable, password: rolePassword(secret, 'postgres') })

  const log = await openServerLog(paths)
  try {
    const { server, port } = await startOnFreePort(paths, binaries, user, durable, log)
    let stopping: Promise<void> | undefined
    const stop = async () => {
      await server.stop()
      await log.close()
      lock.release()
    }
    try {
      await provision(port, secret)
    } catch (cause) {
      await server.stop()
      throw cause
    }
    void server.exited.then(async () => {
      if (!stopping) onCrash?.(explainLog(paths.directory, await log.lines()))
    })
    return {
      url: databaseUrl(port, secret, 'portal_app'),
      ownerUrl: databaseUrl(port, secret, 'portal_owner'),
      adminUrl: databaseUrl(port, secret, 'postgres', 'postgres'),
      stop: () => (stopping ??= stop()),
    }
  } catch (cause) {
    await log.close()
    throw cause
  }
}

/** Another process may take the free port first, and backends of a killed server need a moment to notice. */
const PASSING = /could not (?:bind|create any TCP\/IP)|pre-existing shared memory block|is still in use/
const ATTEMPTS = 20
const PAUSE_MS = 250

async function startOnFreePort(
  paths: ClusterPaths,
  binaries: Binaries,
  user: SystemUser,
  durable: boolean,
  log: ServerLog,
): Promise<{ server: ServerProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    const args = serverArguments(paths.cluster, port, durable)
    const server = startServer({
      cluster: paths.cluster,
      postgres: binaries.postgres,
      args,
      user,
      logDescriptor: log.descriptor,
    })
    if (await server.ready) return { server, port }
    await server.exited
    const lines = await log.lines()
    if (attempt >= ATTEMPTS || !PASSING.test(lines.join('\n'))) throw explainLog(paths.directory, lines)
    await new Promise((resume) => setTimeout(resume, PAUSE_MS))
  }
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address && typeof address === 'object') resolvePort(address.port)
        else reject(new Error('the probe has no port'))
      })
    })
  })
}
