import { Client } from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCatalog } from '../scripts/catalog.ts'
import type { CatalogEntry } from '../scripts/catalog.ts'
import { MIGRATION_ONLY } from '../scripts/migration-only.ts'
import { diffSchemas, readSchema } from '../scripts/schema-diff.ts'
import { cloneDatabase } from './testing.ts'

const byName = (catalog: readonly CatalogEntry[]) =>
  new Map(catalog.map(({ kind, name, definition }) => [`${kind} ${name}`, definition]))

async function databaseOfTheSchema(): Promise<string> {
  const { ownerUrl } = await cloneDatabase()
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
    await client.query(await diffSchemas(undefined, await readSchema(), ownerUrl))
  } finally {
    await client.end()
  }
  return ownerUrl
}

describe('migrations and schema', () => {
  let migrated: CatalogEntry[]
  let described: CatalogEntry[]
  beforeAll(async () => {
    migrated = await readCatalog((await cloneDatabase()).ownerUrl)
    described = await readCatalog(await databaseOfTheSchema())
  })

  it('are both there to be compared', () => {
    const count = (catalog: CatalogEntry[], kind: CatalogEntry['kind']) =>
      catalog.filter((entry) => entry.kind === kind).length
    for (const catalog of [migrated, described]) {
      expect(count(catalog, 'table')).toBeGreaterThanOrEqual(20)
      expect(count(catalog, 'column')).toBeGreaterThanOrEqual(150)
      expect(count(catalog, 'index')).toBeGreaterThanOrEqual(30)
      expect(count(catalog, 'constraint')).toBeGreaterThanOrEqual(30)
    }
  })

  it('describe the same objects in the same way', () => {
    const inMigrations = byName(migrated)
    const differing = [...byName(described)]
      .map(([name, schema]) => ({ name, schema, migrations: inMigrations.get(name) ?? 'missing' }))
      .filter(({ schema, migrations }) => schema !== migrations)
    expect(differing, 'run new-migration for what the schema says and no migration makes').toEqual([])
  })

  it('differ only by what is listed as made by migrations alone', () => {
    const inSchema = byName(described)
    const only = [...byName(migrated).keys()].filter((name) => !inSchema.has(name))
    const listed = MIGRATION_ONLY.flatMap(({ objects }) => objects)
    expect(listed.length).toBeGreaterThan(0)
    expect(only.toSorted()).toEqual(listed.toSorted())
  })
})
