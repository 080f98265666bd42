import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from './migrate.ts'
import { cloneDatabase } from './testing.ts'
import type { TestDatabase } from './testing.ts'

let database: TestDatabase
let client: Client
let directory: string

async function write(files: Record<string, string>): Promise<void> {
  for (const [name, sql] of Object.entries(files)) {
    await mkdir(join(directory, name), { recursive: true })
    await writeFile(join(directory, name, 'migration.sql'), sql)
  }
}

const run = () => migrate(database.ownerUrl, directory)
const names = async () =>
  (
    await client.query<{ name: string }>('SELECT migration_name AS name FROM _prisma_migrations ORDER BY started_at')
  ).rows.map(({ name }) => name)
const tables = async () =>
  (
    await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY 1`,
    )
  ).rows.map(({ name }) => name)

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'portal-migrations-'))
  database = await cloneDatabase()
  client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
})
afterEach(async () => {
  await client.end()
  await database.drop()
  await rm(directory, { recursive: true })
})

describe('migrate', () => {
  it('applies in the order of the names, once, with semicolons inside functions', async () => {
    await write({
      '0010_third': 'INSERT INTO first VALUES (10)',
      '0002_second': `CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END $$;
        INSERT INTO first SELECT two();`,
      '0001_first': 'CREATE TABLE first (n int)',
    })
    expect(await run()).toEqual({ applied: ['0001_first', '0002_second', '0010_third'], separateRole: true })
    expect(await run()).toEqual({ applied: [], separateRole: true })
    expect((await client.query('SELECT n FROM first')).rows).toEqual([{ n: 2 }, { n: 10 }])
    expect(await names()).toEqual(['0001_first', '0002_second', '0010_third'])
  })

  it('applies each migration once when several instances start together', async () => {
    await write({ '0001_a': 'CREATE TABLE a (n int)', '0002_b': 'CREATE TABLE b (n int)' })
    const results = await Promise.all([run(), run(), run(), run()])
    expect(results.flatMap(({ applied }) => applied)).toEqual(['0001_a', '0002_b'])
    expect(await names()).toEqual(['0001_a', '0002_b'])
  })

  it('keeps nothing of a migration that fails, and all before it', async () => {
    await write({
      '0001_a': 'CREATE TABLE a (n int)',
      '0002_b': 'CREATE TABLE b (n int); INSERT INTO nowhere VALUES (1)',
    })
    await expect(run()).rejects.toMatchObject({ name: 'MigrationError', code: 'FAILED', migration: '0002_b' })
    expect(await tables()).toEqual(['a'])
    expect(await names()).toEqual(['0001_a'])
    await write({ '0002_b': 'CREATE TABLE b (n int)' })
    expect(await run()).toMatchObject({ applied: ['0002_b'] })
  })

  it('refuses a migration that changed after it was applied', async () => {
    await write({ '0001_a': 'CREATE TABLE a (n int)' })
    await run()
    await write({ '0001_a': 'CREATE TABLE a (n bigint)', '0002_b': 'CREATE TABLE b (n int)' })
    await expect(run()).rejects.toMatchObject({ code: 'CHANGED', migration: '0001_a' })
    expect(await tables()).toEqual(['a'])
  })

  it('refuses a database that a newer version has migrated', async () => {
    await write({ '0001_a': 'CREATE TABLE a (n int)', '0002_newer': 'CREATE TABLE b (n int)' })
    await run()
    await rm(join(directory, '0002_newer'), { recursive: true })
    await expect(run()).rejects.toMatchObject({ code: 'UNKNOWN', migration: '0002_newer' })
  })

  it('refuses what another tool left half done, and applies again what was rolled back', async () => {
    await write({ '0001_a': 'CREATE TABLE a (n int)' })
    await run()
    await client.query('DROP TABLE a; UPDATE _prisma_migrations SET finished_at = NULL')
    await expect(run()).rejects.toMatchObject({ code: 'UNFINISHED', migration: '0001_a' })
    await client.query('UPDATE _prisma_migrations SET rolled_back_at = now()')
    expect(await run()).toMatchObject({ applied: ['0001_a'] })
    expect(await tables()).toEqual(['a'])
  })
})
