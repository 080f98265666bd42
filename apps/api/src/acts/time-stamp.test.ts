import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mendSums, unpackExpediente } from '../../testing/expediente.ts'
import { COORDINATOR } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { hasOpenssl, startStampAuthority, type StampAuthority } from '../../testing/stamp-authority.ts'
import { timeStampAuthority } from '../adapters/time-stamp-authority.ts'
import { stampRoots } from '../env.ts'
import { verificar } from '../evidence/record-bundle/verificar.mjs'
import { sealHeads } from './seal.ts'
import { sealMessage } from './seal-key.ts'
import { stampLatestSeal } from './stamp-seal.ts'
import { certificatesOf, readTimeStamp, timeStampRequest, tokenOfResponse } from './time-stamp.ts'
import { verifyAll } from './verify.ts'

const AUTHORITY = 'Autoridad de estampas de prueba'

test('what is no answer, no token and no certificate is said to be none', async () => {
  const page = Buffer.from('<html>mantenimiento</html>')
  expect(() => tokenOfResponse(page, timeStampRequest(page))).toThrow('no se puede leer como estampa de tiempo')
  await expect(readTimeStamp(page, page, null)).rejects.toThrow('no se puede leer como estampa de tiempo')
  expect(() => certificatesOf('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----')).toThrow(
    'no se puede leer',
  )
  await expect(stampRoots({ TSA_CA: import.meta.filename })).rejects.toThrow('debe ser un archivo PEM con certificados')
})

// 2026-11-24: the product needs no OpenSSL; a machine without it can't play the authority.
describe.skipIf(!hasOpenssl)('a seal that an authority dates', () => {
  let authority: StampAuthority
  let product: TestProduct
  let owner: pg.Client
  beforeAll(async () => {
    authority = await startStampAuthority()
    product = await createTestProduct()
    owner = new pg.Client({ connectionString: product.ownerUrl })
    await owner.connect()
    await owner.query('ALTER TABLE audit_stamp DISABLE TRIGGER USER')
  })
  beforeEach(async () => {
    authority.answerWith(null)
    await owner.query('TRUNCATE audit_stamp')
    await product.as(COORDINATOR).specifications.create({ key: randomUUID(), title: 'Sobre-PEP', kind: 'pep' })
    await sealHeads(product.deps)
  })
  afterAll(async () => {
    await owner.end()
    await product.end()
    await authority.end()
  })

  const roots = async () => await stampRoots({ TSA_CA: authority.rootFile })
  const stamp = async (trusted = true) => {
    const timeStamps = timeStampAuthority(authority.url, trusted ? await roots() : null)
    return await stampLatestSeal({ ...product.deps, timeStamps })
  }
  const stamped = async () =>
    (
      await product.query<{ seal_id: number; hash: Buffer; token: Buffer }>(
        'SELECT seal_id, hash, token FROM audit_stamp JOIN audit_seal ON id = seal_id ORDER BY seal_id',
      )
    ).rows

  test('is stamped once, and the verification says by whom and up to which root', async () => {
    const before = Date.now() - 1000
    expect([await stamp(), await stamp()]).toEqual([true, false])
    const compared = await verifyAll(product.deps.pool, { roots: await roots() })
    expect(compared).toMatchObject({ stamps: [{ authority: AUTHORITY, trusted: true }], broken: null })
    expect(Date.parse(compared.stamps[0]?.at ?? '')).toBeGreaterThan(before)
    expect(await verifyAll(product.deps.pool)).toMatchObject({ stamps: [{ trusted: null }], broken: null })
  })

  test('is what OpenSSL itself verifies', async () => {
    await stamp()
    const folder = dirname(authority.rootFile)
    const [{ hash, token } = { hash: Buffer.alloc(0), token: Buffer.alloc(0) }] = await stamped()
    await writeFile(join(folder, 'sello.txt'), sealMessage(hash))
    await writeFile(join(folder, 'estampa.tst'), token)
    const args = ['-in', 'estampa.tst', '-token_in', '-CAfile', 'root.pem']
    await authority.openssl('ts', '-verify', '-data', 'sello.txt', ...args)
    await expect(authority.openssl('ts', '-verify', '-data', 'openssl.cnf', ...args)).rejects.toThrow('Command failed')
  })

  test('travels in the expediente, and cannot be put under another seal there', async () => {
    await stamp()
    const { recordId } = await product
      .as(COORDINATOR)
      .specifications.create({ key: randomUUID(), title: 'Sobre-Postal-Voto', kind: 'pep' })
    await sealHeads(product.deps)
    await stamp()
    const folder = await mkdtemp(join(tmpdir(), 'portal-expediente-'))
    const paths = await unpackExpediente(product, { who: COORDINATOR, recordId, folder })
    const stamps = paths.filter((path) => path.endsWith('.tst'))
    expect(stamps).toHaveLength(1)
    expect(verificar(folder)).toMatchObject({ integro: true })
    expect(verificar(folder).dice.join()).toContain(`openssl ts -verify -data ${stamps[0]?.replace('.tst', '.txt')}`)
    const [other] = await stamped()
    await writeFile(join(folder, stamps[0] ?? ''), other?.token ?? '')
    await mendSums(folder)
    expect(verificar(folder).dice).toEqual([`ALTERADO: ${stamps[0]}: es la estampa de otro texto.`])
    await rm(folder, { recursive: true })
  })

  test('is not stamped by an answer to another question, by a page, or by a stranger', async () => {
    const old = await authority.stamp(timeStampRequest(Buffer.from('other')).body)
    authority.answerWith(() => old)
    await expect(stamp()).rejects.toThrow('la estampa responde a otra petición')
    authority.answerWith(() => Buffer.from('<html>'))
    await expect(stamp()).rejects.toThrow('no se puede leer como estampa de tiempo')
    authority.answerWith(() => Promise.reject(new Error('down')))
    await expect(stamp()).rejects.toThrow('la autoridad respondió 500')
    const stranger = await startStampAuthority()
    authority.answerWith((query) => stranger.stamp(query))
    await expect(stamp()).rejects.toThrow(`la raíz de ${AUTHORITY} no es de las de TSA_CA`)
    expect(await stamped()).toEqual([])
    await stamp(false)
    await stranger.end()
    expect((await verifyAll(product.deps.pool, { roots: await roots() })).stamps).toMatchObject([{ trusted: false }])
  })

  test('the answer must repeat the message too: the same number on another imprint is refused', async () => {
    const { nonce } = timeStampRequest(Buffer.from('one'))
    const message = Buffer.from('one')
    const request = timeStampRequest(message)
    const token = tokenOfResponse(await authority.stamp(request.body), request)
    expect(await readTimeStamp(token, message, null)).toMatchObject({ authority: AUTHORITY, trusted: null })
    await expect(readTimeStamp(token, Buffer.from('two'), null)).rejects.toThrow('no es de este sello')
    const answer = await authority.stamp(request.body)
    expect(() => tokenOfResponse(answer, { nonce })).toThrow('responde a otra petición')
  })

  test.each([
    [
      'moved to another seal',
      'UPDATE audit_stamp SET seal_id = (SELECT min(id) FROM audit_seal)',
      'no es de este sello',
    ],
    ['noted with another date', "UPDATE audit_stamp SET at = at - interval '1 day'", 'se anotó con otra fecha'],
    [
      'altered in one byte of its signature',
      'UPDATE audit_stamp SET token = set_byte(token, length(token) - 9, 255 - get_byte(token, length(token) - 9))',
      'no vale',
    ],
  ])('a stamp that was %s is found out', async (_, alteration, said) => {
    await product.as(COORDINATOR).specifications.create({ key: randomUUID(), title: 'Otro', kind: 'pep' })
    await sealHeads(product.deps)
    await stamp()
    await owner.query(alteration)
    expect((await verifyAll(product.deps.pool)).broken?.reason).toMatch(said)
  })

  test('a certificate that is not for stamps stamps nothing', async () => {
    const folder = dirname(authority.rootFile)
    const signed = [
      '-CA',
      'root.pem',
      '-CAkey',
      'root.key',
      '-CAcreateserial',
      '-extfile',
      'openssl.cnf',
      '-days',
      '30',
    ]
    await authority.openssl(
      'x509',
      '-req',
      '-in',
      'stamping.csr',
      ...signed,
      '-extensions',
      'signing',
      '-out',
      'other.pem',
    )
    const message = Buffer.from('one')
    const request = timeStampRequest(message)
    await writeFile(join(folder, 'true.tst'), tokenOfResponse(await authority.stamp(request.body), request))
    // What the authority said, signed by the same key under the other certificate.
    await authority.openssl('cms', '-verify', '-noverify', '-inform', 'DER', '-in', 'true.tst', '-out', 'said')
    const as = ['-econtent_type', '1.2.840.113549.1.9.16.1.4', '-binary', '-nodetach', '-outform', 'DER']
    for (const signer of ['stamping', 'other']) {
      const by = ['-signer', `${signer}.pem`, '-inkey', 'stamping.key', '-in', 'said', '-out', `${signer}.tst`]
      await authority.openssl('cms', '-sign', ...as, ...by)
    }
    const read = async (file: string) => await readTimeStamp(await readFile(join(folder, file)), message, await roots())
    expect(await read('stamping.tst')).toMatchObject({ trusted: true })
    await expect(read('other.tst')).rejects.toThrow('un certificado que no es para estampas')
  })
})
