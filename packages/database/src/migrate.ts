import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'

export type MigrationErrorCode = 'CHANGED' | 'UNKNOWN' | 'UNFINISHED' | 'FAILED'

/** Why the database was not migrated. The message is one sentence in Spanish; nothing of the refused step was kept. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
  readonly code: MigrationErrorCode
  readonly migration: string

  constructor(code: MigrationErrorCode, migration: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.migration = migration
  }
}

export interface Migration {
  name: string
  sql: string
  /** SHA-256 of the file, lower-case hex. */
  checksum: string
}

export interface MigrationResult {
  /** What this call applied, in order; empty when another instance was faster or nothing is new. */
  applied: string[]
  /** False where the database lets us have no `portal_app`: then only triggers guard the evidence. */
  separateRole: boolean
}

const MIGRATIONS = join(import.meta.dirname, '..', 'migrations')
/** The advisory lock of Prisma's own command line, so that it and several instances of the portal wait for each other. */
const LOCK = 72_707_369

/** The migrations of a directory in their order: `<n>_<name>/migration.sql`. */
export async function readMigrations(directory: string = MIGRATIONS): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return await Promise.all(
    names.toSorted().map(async (name) => {
      const sql = await readFile(join(directory, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Brings a database to the present, each migration in a transaction of its own. Several instances may call it at once.
 * @param ownerUrl signs in as the role that owns the tables, not as the application
 * @throws MigrationError when history and files disagree, or when a migration fails
 */
export async function migrate(ownerUrl: string, directory?: string): Promise<MigrationResult> {
  const migrations = await readMigrations(directory)
  const client = new Client({ connectionString: ownerUrl, application_name: 'portal-migrate' })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await client.query(HISTORY_TABLE)
    const pending = await pendingMigrations(client, migrations)
    for (const migration of pending) await apply(client, migration)
    return { applied: pending.map(({ name }) => name), separateRole: await hasSeparateRole(client) }
  } finally {
    // Ending the session also gives the lock back.
    await client.end()
  }
}

/** Exactly Prisma's table: its command line can take over wherever it is available. */
const HISTORY_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`

async function pendingMigrations(client: Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, checksum, finished } of rows) {
    const migration = known.get(name)
    if (!migration) throw refusal('UNKNOWN', name, 'la aplicó una versión más nueva del portal; use esa versión')
    if (!finished) throw refusal('UNFINISHED', name, 'quedó a medias; restaure un respaldo o repárela a mano')
    if (checksum !== migration.checksum)
      throw refusal('CHANGED', name, 'cambió después de aplicarse; deshaga el cambio')
  }
  const done = new Set(rows.map(({ name }) => name))
  return migrations.filter(({ name }) => !done.has(name))
}

const refusal = (code: MigrationErrorCode, name: string, why: string) =>
  new MigrationError(code, name, `No se actualizó la base de datos: la migración ${name} ${why}.`)

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    // One simple query, as psql would send it: splitting at semicolons would break functions and triggers.
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined)
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new MigrationError('FAILED', name, `La migración ${name} falló y no dejó cambios: ${why}`, cause)
  }
}

/** Whether sessions of this role can act as the application's; it may read the history but not rewrite it. */
async function hasSeparateRole(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM pg_roles WHERE rolname = 'portal_app' AND pg_has_role(current_user, oid, 'SET')`,
  )
  if (rowCount === 0) return false
  await client.query('REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON _prisma_migrations FROM portal_app')
  return true
}
