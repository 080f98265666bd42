import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { PREPARE_SIGHT } from './connect/sighted-query.ts'
import { statementNames } from './connect/statement-names.ts'
import { wireTypes } from './connect/wire-types.ts'
import { PrismaClient } from './generated/client.ts'

export interface PoolOptions {
  url: string
  /** Most connections at once; 10 unless told. */
  max?: number
  /** Told of connections that break while idle. The pool replaces them by itself. */
  onIdleError?: (error: Error) => void
}

/**
 * Every session of the application is in UTC (Prisma's adapter drops the offset of what it reads) and acts as
 * `portal_app`, which can't rewrite evidence, whoever the URL signs in as. Where a database gave us no such role the
 * session keeps its own and only the triggers guard.
 */
const BEGIN_SESSION = `
  SELECT set_config('TimeZone', 'UTC', false), (
    SELECT set_config('role', rolname, false) FROM pg_roles
    WHERE rolname = 'portal_app' AND pg_has_role(session_user, oid, 'SET')
  );
  ${PREPARE_SIGHT}`

/** Connections of the application, for plain SQL and for `createPrisma`. End it with `pool.end()`. */
export function createPool({ url, max = 10, onIdleError }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    application_name: 'portal',
    connectionTimeoutMillis: 10_000,
    types: wireTypes,
    // Of a new connection, before anybody gets it.
    verify: (client, done) => {
      client.query(BEGIN_SESSION).then(() => done(), done)
    },
  })
  // Without a listener an idle connection that breaks would end the process.
  pool.on('error', (error) => onIdleError?.(error))
  // So would one that breaks in somebody's hands: whoever waits for its answer gets the error.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Prisma on the connections of a pool: one budget of connections, and the same role, for both. */
export function createPrisma(pool: Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }) })
}
