import { generateKeyPairSync, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { COORDINATOR } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { enterSealKey, UnknownSealKey } from './enter-seal-key.ts'
import { sealHash, sealHeads, type SealedHead } from './seal.ts'
import { introductionMessage, sealKeyFrom, sealMessage, type SealKey } from './seal-key.ts'
import { verifyAll } from './verify.ts'

const aKey = (): SealKey => sealKeyFrom(generateKeyPairSync('ed25519').privateKey)

let product: TestProduct
/** Who owns the tables, has switched their guards off, and has no key. */
let owner: pg.Client
beforeAll(async () => {
  product = await createTestProduct()
  owner = new pg.Client({ connectionString: product.ownerUrl })
  await owner.connect()
  for (const table of ['audit_event', 'audit_seal', 'audit_seal_head', 'audit_stamp', 'seal_key']) {
    await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
  }
})
beforeEach(async () => {
  await owner.query('TRUNCATE audit_event, audit_chain, audit_seal, audit_seal_head, seal_key CASCADE')
  await enterSealKey(product.deps, null)
  await sealed()
})
afterAll(async () => {
  await owner.end()
  await product.end()
})

/** Something happens and is sealed, with the product's key or with another. */
async function sealed(sealKey: SealKey = product.deps.sealKey) {
  await product.as(COORDINATOR).specifications.create({ key: randomUUID(), title: 'Sobre-PEP', kind: 'pep' })
  await sealHeads({ ...product.deps, sealKey })
}
const enter = (sealKey: SealKey, previous: SealKey | 'lost' | null) =>
  enterSealKey({ ...product.deps, sealKey }, previous)
const verified = () => verifyAll(product.deps.pool)
const brokenReason = async () => (await verified()).broken?.reason

test('a key is entered once, however many instances start with it', async () => {
  await Promise.all([1, 2, 3].map(() => enterSealKey(product.deps, null)))
  expect((await verified()).keys).toHaveLength(1)
})

test('the next key is signed in by the one before, and seals of both hold', async () => {
  const next = aKey()
  await enter(next, product.deps.sealKey)
  await sealed(next)
  expect(await verified()).toMatchObject({
    seals: 2,
    keys: [
      { id: product.deps.sealKey.id, vouched: false },
      { id: next.id, vouched: true },
    ],
    broken: null,
  })
})

test('a key for which none vouches is refused, unless the one before is said to be lost; and then that shows', async () => {
  await expect(enter(aKey(), null)).rejects.toThrow(UnknownSealKey)
  await expect(enter(aKey(), aKey())).rejects.toThrow(product.deps.sealKey.id)
  await enter(aKey(), 'lost')
  expect((await verified()).keys.map(({ vouched }) => vouched)).toEqual([false, false])
})

test('a changed signature is found, and one that is taken away', async () => {
  await sealed()
  await owner.query(
    'UPDATE audit_seal SET signature = set_bit(signature, 7, 1 - get_bit(signature, 7)) WHERE id = (SELECT max(id) FROM audit_seal)',
  )
  expect(await brokenReason()).toMatch(/^el sello \d+ no está firmado por su llave$/)
  await owner.query('UPDATE audit_seal SET signature = NULL, key_id = NULL WHERE id = (SELECT max(id) FROM audit_seal)')
  expect(await brokenReason()).toMatch(/^el sello \d+ no está firmado por su llave$/)
})

test('who rewrites the log and all its seals still lacks the key', async () => {
  // The last act never happened: its event, its chain and its seal are made anew, as the product would.
  await owner.query(`DELETE FROM audit_seal_head; DELETE FROM audit_seal`)
  const { rows: heads } = await owner.query<SealedHead>(
    'SELECT record_id, seq, hash FROM audit_chain ORDER BY record_id',
  )
  const at = product.clock.now()
  const hash = sealHash(null, heads, at)
  const forger = aKey()
  const seal = async (keyId: string, signature: Buffer) => {
    await owner.query('DELETE FROM audit_seal_head; DELETE FROM audit_seal')
    await owner.query(
      `WITH seal AS (INSERT INTO audit_seal (at, chains, hash, key_id, signature) VALUES ($1, $2, $3, $4, $5) RETURNING id)
       INSERT INTO audit_seal_head SELECT seal.id, c.record_id, c.seq, c.hash FROM seal, audit_chain AS c`,
      [at, heads.length, hash, keyId, signature],
    )
  }
  await seal(product.deps.sealKey.id, product.deps.sealKey.sign(sealMessage(hash)))
  expect(await brokenReason()).toBeUndefined()
  await seal(product.deps.sealKey.id, forger.sign(sealMessage(hash)))
  expect(await brokenReason()).toMatch('no está firmado por su llave')
  // With a key of one's own on record: it says that the true one signed it in, which it did not.
  await owner.query(
    'INSERT INTO seal_key (id, public_key, position, since, introduced_by, signature) VALUES ($1, $2, 2, $3, $4, $5)',
    [forger.id, forger.publicKey, at, product.deps.sealKey.id, forger.sign(introductionMessage(forger.id, at))],
  )
  await seal(forger.id, forger.sign(sealMessage(hash)))
  expect(await brokenReason()).toBe(`la llave de sello ${forger.id} no está firmada por la anterior`)
})

test('a public key that was exchanged under the id of another is found', async () => {
  await owner.query('UPDATE seal_key SET public_key = $1', [aKey().publicKey])
  expect(await brokenReason()).toBe(`la llave de sello ${product.deps.sealKey.id} es otra`)
})
