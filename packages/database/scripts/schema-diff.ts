import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'

const SCHEMA = join(import.meta.dirname, '..', 'prisma', 'schema')

/** The schema in its parts, as one text. */
export async function readSchema(): Promise<string> {
  const names = (await readdir(SCHEMA)).filter((name) => name.endsWith('.prisma')).toSorted()
  const parts = await Promise.all(names.map((name) => readFile(join(SCHEMA, name), 'utf8')))
  return parts.join('\n')
}

/**
 * SQL that leads from one schema to another, by Prisma's own engine in WebAssembly: its native one is a download. It
 * compares descriptions; reading one back from a database fails here, because its adapter knows no type "char".
 * @param from undefined for an empty database
 * @param url a PostgreSQL to ask for its version; nothing is written to it
 */
export async function diffSchemas(from: string | undefined, to: string, url: string): Promise<string> {
  const datamodel = (content: string) => ({ files: [{ path: 'schema.prisma', content }] })
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(url))
  const engine = await SchemaEngine.new({ datamodels: [['schema.prisma', to]] }, () => undefined, adapter)
  try {
    const { stdout } = await engine.diff({
      from: from === undefined ? { tag: 'empty' } : { tag: 'schemaDatamodel', ...datamodel(from) },
      to: { tag: 'schemaDatamodel', ...datamodel(to) },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    if (stdout === null) throw new Error('the schema engine gave no script')
    return stdout
  } finally {
    engine.free()
  }
}
