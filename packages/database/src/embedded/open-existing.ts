import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { startEmbedded } from '../embedded.ts'
import { clusterExists, clusterPaths, readSecret } from './cluster-directory.ts'
import type { ClusterPaths } from './cluster-directory.ts'
import { databaseUrl } from './provision.ts'
import { DatabaseStartError, failed } from './start-error.ts'

export interface OpenedDatabase {
  /** For the application's role. */
  url: string
  /** Stops the server if it was started for this; a portal that runs is left alone. */
  close(): Promise<void>
}

/**
 * The database of a data directory that a portal has used, for reading beside it: the server that is running, or one
 * that is started for as long as it is needed. Nothing is created.
 * @throws DatabaseStartError with one sentence that can be shown as it is
 */
export async function openExisting(dataDir: string): Promise<OpenedDatabase> {
  const paths = clusterPaths(resolve(dataDir))
  if (!(await clusterExists(paths))) throw failed(`En la carpeta ${paths.directory} no hay datos del portal.`)
  try {
    const started = await startEmbedded({ dataDir })
    return { url: started.url, close: () => started.stop() }
  } catch (cause) {
    if (!(cause instanceof DatabaseStartError) || cause.code !== 'ALREADY_RUNNING') throw cause
    return { url: await runningUrl(paths, cause), close: () => Promise.resolve() }
  }
}

/** A running server keeps its port in the fourth line of its pid file. */
async function runningUrl(paths: ClusterPaths, cause: DatabaseStartError): Promise<string> {
  const file = await readFile(join(paths.cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const port = Number.parseInt(file.split('\n')[3] ?? '', 10)
  if (!(port > 0)) throw cause
  return databaseUrl(port, await readSecret(paths), 'portal_app')
}
