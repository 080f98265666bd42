import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startEmbedded } from '../embedded.ts'
import { openExisting } from './open-existing.ts'

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'portal-open-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

async function roleAt(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ role: string }>('SELECT current_user AS role')
  await client.end()
  return rows[0]?.role ?? ''
}

it('reads beside a running portal, and starts the server only where it does not run', async () => {
  await expect(openExisting(dataDir)).rejects.toThrow('no hay datos del portal')

  const portal = await startEmbedded({ dataDir, durable: false })
  const beside = await openExisting(dataDir)
  expect(await roleAt(beside.url)).toBe('portal_app')
  await beside.close()
  expect(await roleAt(portal.url), 'the portal goes on').toBe('portal_app')
  await portal.stop()

  const alone = await openExisting(dataDir)
  expect(await roleAt(alone.url)).toBe('portal_app')
  await alone.close()
  await expect(roleAt(alone.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
}, 60_000)
