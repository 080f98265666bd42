import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { aReview } from '../../testing/review.ts'

let product: TestProduct
let versionId: string
let sha256: string
beforeAll(async () => {
  product = await createTestProduct()
  ;({ versionId } = await aReview(product))
  const found = await product.deps.pool.query<{ sha256: string }>(
    'SELECT u.sha256 FROM upload AS u JOIN specification_version AS v ON v.source_id = u.id WHERE v.id = $1',
    [versionId],
  )
  sha256 = found.rows[0]?.sha256 ?? ''
})
afterAll(() => product.end())

/** Anybody who holds the file, without a session. */
const verify = (of: string) => product.as(null).evidence.verifyFile({ sha256: of })

test('who holds a file that was sent for review hears which receipt certifies it, without its address', async () => {
  const found = await verify(sha256)
  expect(found).toMatchObject([
    {
      what: 'certified',
      intact: true,
      standing: 'in_force',
      since: null,
      act: 'Apertura de ronda de revisión',
      illustrative: true,
    },
  ])
  expect(found[0]).not.toHaveProperty('code')
})

test('nobody has seen a file with another byte', async () => {
  expect(await verify('0'.repeat(64))).toEqual([])
})

test('a file that was only uploaded is certified by nothing', async () => {
  await product.deps.pool.query(
    `INSERT INTO stored_file (sha256, bytes, type, stored_at) VALUES (repeat('a', 64), 1, 'pdf', now())`,
  )
  expect(await verify('a'.repeat(64))).toEqual([])
})

test('a file of a version that another replaced says since when', async () => {
  await product.deps.pool.query(
    `UPDATE specification_version SET status = 'superseded', status_since = '2018-01-15T18:00:00Z' WHERE id = $1`,
    [versionId],
  )
  const [found] = await verify(sha256)
  expect(found?.standing).toBe('superseded')
  expect(Date.parse(found?.since ?? '')).toBe(Date.parse('2018-01-15T18:00:00Z'))
})
