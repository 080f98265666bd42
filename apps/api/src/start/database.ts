import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate, startEmbedded } from '@portal/database'
import pg from 'pg'
import type { Env } from '../env.ts'
import { explainDatabase, explainDirectory } from './start-failure.ts'

export type Database = {
  url: string
  /** Ours, in the data directory: the demonstration runs on it. */
  embedded: boolean
  stop: () => Promise<void>
}

/**
 * The database, migrated: the one that DATABASE_URL names, or our own in the data directory.
 * @param onCrash told when our own ends by itself
 * @throws StartFailure, DatabaseStartError, MigrationError
 */
export async function openDatabase(env: Env, onCrash: (error: Error) => void): Promise<Database> {
  if (env.DATABASE_URL !== undefined) {
    await migrate(env.DATABASE_URL).catch((error: unknown) => {
      throw explainDatabase(error)
    })
    return { url: env.DATABASE_URL, embedded: false, stop: () => Promise.resolve() }
  }
  const database = await startEmbedded({ dataDir: env.DATA_DIR, onCrash })
  try {
    if (await wasLeftHalfSeeded(env.DATA_DIR)) await emptyDatabase(database.ownerUrl)
    await migrate(database.ownerUrl)
  } catch (error) {
    await database.stop()
    throw explainDirectory(env.DATA_DIR, error)
  }
  return { url: database.url, embedded: true, stop: () => database.stop() }
}

const markOf = (directory: string) => join(directory, 'demonstration.unfinished')

/**
 * Fills the database while a file says that it is not finished: after a crash on the way nobody would ever complete it,
 * so that the next start begins again. Nothing is lost: nobody could enter before the end.
 */
export async function seededWhole(directory: string, seed: () => Promise<void>): Promise<void> {
  await writeFile(markOf(directory), '')
  await seed()
  await rm(markOf(directory))
}

/** Says it once: whoever asks begins again. */
export const wasLeftHalfSeeded = async (directory: string): Promise<boolean> =>
  await rm(markOf(directory)).then(
    () => true,
    () => false,
  )

/** Leaves nothing, so that all migrations apply again. */
export async function emptyDatabase(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  } finally {
    await client.end()
  }
}
