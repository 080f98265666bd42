import { createHmac } from 'node:crypto'
import { Client } from 'pg'

/** `postgres` creates, `portal_owner` migrates, `portal_app` runs: the application can't change its own guards. */
export type DatabaseRole = 'postgres' | 'portal_owner' | 'portal_app'

const DATABASE = 'portal'

export const rolePassword = (secret: string, role: DatabaseRole): string =>
  createHmac('sha256', secret).update(role).digest('hex')

export function databaseUrl(port: number, secret: string, role: DatabaseRole, database = DATABASE): string {
  return `postgres://${role}:${rolePassword(secret, role)}@127.0.0.1:${port}/${database}`
}

/** Roles and the portal's database. Safe to repeat: a first start may have been killed at any point. */
export async function provision(port: number, secret: string): Promise<void> {
  if (await isProvisioned(port, secret)) return
  const client = new Client({ connectionString: databaseUrl(port, secret, 'postgres', 'postgres') })
  try {
    await client.connect()
    for (const role of ['portal_owner', 'portal_app'] as const) {
      const exists = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
      const verb = exists.rowCount === 0 ? 'CREATE' : 'ALTER'
      await client.query(`${verb} ROLE ${role} LOGIN PASSWORD '${rolePassword(secret, role)}'`)
    }
    await client.query('GRANT portal_app TO portal_owner')
    const database = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER portal_owner`)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function isProvisioned(port: number, secret: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl(port, secret, 'portal_owner') })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
