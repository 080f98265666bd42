import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'

const SCHEMA = join(import.meta.dirname, '..', 'prisma', 'schema')

/**
 * SQL that leads from a state of the database to the schema, by Prisma's own engine in WebAssembly: its native one is
 * a download.
 * @param from nothing at all, or what the database has
 * @param url a database to talk to; nothing is written to it
 */
export async function diffToSchema(from: 'empty' | 'database', url: string): Promise<string> {
  const files = await schemaFiles()
  const datamodels = files.map(({ path, content }): [string, string] => [path, content])
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(url))
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, adapter)
  const { stdout } = await engine.diff({
    from: from === 'empty' ? { tag: 'empty' } : { tag: 'schemaDatasource', files, configDir: SCHEMA },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    // Prisma's own bookkeeping is in no schema.
    filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
  })
  engine.free()
  if (stdout === null) throw new Error('the schema engine gave no script')
  return stdout
}

async function schemaFiles(): Promise<{ path: string; content: string }[]> {
  const names = (await readdir(SCHEMA)).filter((name) => name.endsWith('.prisma')).sort()
  return await Promise.all(
    names.map(async (name) => ({ path: name, content: await readFile(join(SCHEMA, name), 'utf8') })),
  )
}
