import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv } from 'node:process'
import { readMigrations } from '../src/migrate.ts'
import { startTestCluster } from '../src/testing.ts'
import { diffSchemas, readSchema } from './schema-diff.ts'

/**
 * `pnpm new-migration <name>`: writes the SQL that leads from the schema as the last migration left it to the present
 * one. Read it before committing: a renamed column comes out as one dropped and one added. Whether the migrations
 * together make what the schema says is proved by drift.test.ts, not here.
 */
const name = argv[2]
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  throw new Error('say what the migration does, as in: pnpm new-migration add_meetings')
}

const MIGRATIONS = join(import.meta.dirname, '..', 'migrations')
/** The schema that the migrations have reached; only this script writes it. */
const REACHED = join(MIGRATIONS, 'reached-schema.txt')

const reached = await readFile(REACHED, 'utf8').catch((cause: NodeJS.ErrnoException) => {
  if (cause.code === 'ENOENT') return undefined
  throw cause
})
const schema = await readSchema()
const cluster = await startTestCluster()
try {
  const { ownerUrl } = await cluster.cloneDatabase()
  const sql = statements(await diffSchemas(reached, schema, ownerUrl))
  if (sql === '') console.log('The schema asks for nothing new.')
  else console.log(`Wrote ${await writeMigration(name, sql)}`)
  await writeFile(REACHED, schema)
} finally {
  await cluster.stop()
}

async function writeMigration(title: string, sql: string): Promise<string> {
  const last = (await readMigrations()).at(-1)
  const number = Number.parseInt(last?.name ?? '0', 10) + 1
  const directory = join(MIGRATIONS, `${String(number).padStart(4, '0')}_${title}`)
  await mkdir(directory)
  await writeFile(join(directory, 'migration.sql'), `${sql}\n`)
  return directory
}

/** Without the schema "public": it is always there, and a hosted database may not let us create it. */
function statements(script: string): string {
  return script
    .replace('-- This is an empty migration.', '')
    .replace(/-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n/, '')
    .trim()
}
