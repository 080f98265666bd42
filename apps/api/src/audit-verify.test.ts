import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COORDINATOR } from '../testing/people.ts'
import { createTestProduct, type TestProduct } from '../testing/product.ts'

const COMMAND = join(import.meta.dirname, 'audit-verify.ts')

let product: TestProduct
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

async function verified(env: Record<string, string>, ...args: string[]) {
  const command = spawn(process.execPath, [COMMAND, ...args], { env })
  const [out, said, [code]] = await Promise.all([text(command.stdout), text(command.stderr), once(command, 'exit')])
  return { code: Number(code), said: out + said }
}

test('tells what it verified, and with exit 1 where the audit log was altered', { timeout: 60_000 }, async () => {
  const command = { key: randomUUID(), title: 'Sobre-PEP', kind: 'pep' as const }
  const { recordId } = await product.as(COORDINATOR).specifications.create(command)
  const env = { DATABASE_URL: product.url }
  expect(await verified(env)).toEqual({
    code: 0,
    said: `Verificando la bitácora…\nLlave de sello ${product.deps.sealKey.id}, desde 2017-12-14T16:30:00.000Z: la primera.\nÍntegra: 1 actos en 1 cadenas, 0 acuses y 0 sellos verificados.\n`,
  })

  const owner = new pg.Client({ connectionString: product.ownerUrl })
  await owner.connect()
  await owner.query('ALTER TABLE audit_event DISABLE TRIGGER USER')
  await owner.query(`UPDATE audit_event SET body = replace(body, 'Sobre-PEP', 'Sobre-PEp')`)
  await owner.end()
  const { code, said } = await verified(env)
  expect(said).toMatch(`ALTERADA: acto 1 del registro ${recordId}: el hash no corresponde al contenido.`)
  expect(code).toBe(1)
})

test('exit 2 with one sentence when there is nothing to verify', { timeout: 60_000 }, async () => {
  const nowhere = await verified({ DATA_DIR: join(import.meta.dirname, 'nowhere') })
  expect(nowhere).toEqual({
    code: 2,
    said: expect.stringMatching(/^En la carpeta .*nowhere no hay datos del portal\.\n$/),
  })
  const silent = await verified({ DATABASE_URL: 'postgres://portal@127.0.0.1:1/portal' })
  expect(silent).toEqual({ code: 2, said: expect.stringMatching(/no responde \(ECONNREFUSED\)/) })
})

test('an unpacked expediente is verified where it lies', async () => {
  const { code, said } = await verified({}, join(import.meta.dirname, 'nowhere'))
  expect(said).toMatch(/^ALTERADO: el expediente no se puede leer/)
  expect(code).toBe(1)
})
