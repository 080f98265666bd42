import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SessionView } from '@portal/contracts'
import { cloneDatabase } from '@portal/database/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readEnv } from '../env.ts'
import { startProduct, type Product } from './product.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'portal-start-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const start = (variables: Record<string, string>) =>
  startProduct(readEnv({ PORT: '0', LOG_LEVEL: 'silent', ...variables }), (error) => {
    throw error
  })
const sessionOf = async ({ url }: Product, cookie = '') => {
  const response = await fetch(`${url}/trpc/session.current`, { headers: { cookie } })
  return ((await response.json()) as { result: { data: SessionView } }).result.data
}

const post = (url: string, body: unknown) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

describe('on a database of its own', () => {
  test('it starts without a demonstration, and its first administrator enters by the link and is led to a second factor', async () => {
    const database = await cloneDatabase()
    const variables = { DATABASE_URL: database.ownerUrl, DATA_DIR: join(directory, 'own') }
    const product = await start(variables)
    expect(await sessionOf(product)).toMatchObject({ demonstration: null, clock: { startedWith: null } })

    const link = new URL(product.firstAdministrator ?? '')
    expect(link.pathname).toBe('/primera-administracion')
    const account = { name: 'Lucía Barrientos', email: 'lucia@portal.example', password: 'una contraseña larga' }
    const token = link.searchParams.get('token')
    expect((await post(`${product.url}/auth/primera-administracion`, { ...account, token: 'no' })).status).toBe(404)
    expect((await post(`${product.url}/auth/primera-administracion`, { ...account, token })).status).toBe(204)
    const entered = await post(`${product.url}/auth/sign-in/email`, account)
    expect(entered.status).toBe(200)
    const cookie = entered.headers
      .getSetCookie()
      .map((one) => one.split(';', 1)[0])
      .join('; ')
    expect(await sessionOf(product, cookie)).toMatchObject({ actor: null, secondFactor: { step: 'set_up' } })
    await product.stop()
    await expect(fetch(product.url)).rejects.toThrow('fetch failed')

    const again = await start(variables)
    expect(again.firstAdministrator).toBeNull()
    await again.stop()
    await database.drop()
  })

  test('a port that is taken ends it in one sentence, and everything that had started', async () => {
    const taken = createServer()
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address()
        resolve(address !== null && typeof address === 'object' ? address.port : 0)
      })
    })
    const database = await cloneDatabase()
    const started = start({ DATABASE_URL: database.ownerUrl, DATA_DIR: join(directory, 'own'), PORT: String(port) })
    await expect(started).rejects.toThrow(`El puerto ${port} ya está en uso.`)
    // Dropping it would fail while somebody is connected.
    await database.drop()
    taken.close()
  })

  test('a database that does not answer is said so', async () => {
    const started = start({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', DATA_DIR: join(directory, 'own') })
    await expect(started).rejects.toThrow('La base de datos de DATABASE_URL no responde (ECONNREFUSED).')
  })
})
