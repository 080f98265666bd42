import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { COORDINATOR } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { smallPdf } from '../../testing/small-pdf.ts'

let product: TestProduct
let server: TestServer
beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
})
afterAll(async () => {
  await server.end()
  await product.end()
})

/** What the system says of a disk, and PostgreSQL of its own. */
const full = (code: string) => Object.assign(new Error('no room'), { code })

test('a file for which there is no room is refused with a reason, and the next one is kept', async () => {
  const send = async () => {
    const response = await fetch(`${server.origin}/files?name=Sobre.pdf`, {
      method: 'POST',
      headers: { cookie: await server.cookieOf(COORDINATOR), 'content-type': 'application/octet-stream' },
      body: smallPdf('Sobre'),
    })
    return { status: response.status, body: await response.json() }
  }
  vi.spyOn(product.deps.files, 'put').mockRejectedValueOnce(full('ENOSPC'))
  expect(await send()).toMatchObject({ status: 503, body: { refusal: { code: 'STORAGE_FULL' } } })
  expect(await send()).toMatchObject({ status: 200, body: { name: 'Sobre.pdf' } })
})

test('so is an act, which leaves nothing behind', async () => {
  const { specifications } = product.as(COORDINATOR)
  const create = () => specifications.create({ key: randomUUID(), title: 'Sin espacio', kind: 'pep' })
  vi.spyOn(product.deps.pool, 'connect').mockImplementationOnce(() => {
    throw full('53100')
  })
  await expectRefusal(create(), { code: 'STORAGE_FULL' })
  expect((await specifications.list({})).rows).toEqual([])
  await create()
  expect((await specifications.list({})).rows).toHaveLength(1)
})
