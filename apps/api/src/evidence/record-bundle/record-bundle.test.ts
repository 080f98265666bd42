import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mendSums, unpackExpediente } from '../../../testing/expediente.ts'
import * as people from '../../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../../testing/product.ts'
import { aReview } from '../../../testing/review.ts'
import { startTestServer, type TestServer } from '../../../testing/server.ts'
import { sealHeads } from '../../acts/seal.ts'
import { bundleRecord } from './bundle-record.ts'
import { keepUpload } from '../../files/keep-upload.ts'
import { verificar as verify } from './verificar.mjs'

const ASSET = new URL('../../demonstration/assets/especificaciones-pep-v1.docx', import.meta.url)
const CHIAPAS = people.liaison('chis')
const JALISCO = people.liaison('jal')
const REASON = '<b>Más</b> tiempo & "láminas"'

let product: TestProduct
let server: TestServer
let review: Awaited<ReturnType<typeof aReview>>
let folder: string
beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
  review = await aReview(product)
  await review.start(CHIAPAS)
  await review.draft(CHIAPAS)
  await review.send(CHIAPAS)
  await product
    .as(people.COORDINATOR)
    .rounds.extend({ ...(await review.onRound()), rule: { amount: 1, kind: 'natural_days' }, reason: REASON })
  await sealHeads(product.deps)
  await review.start(JALISCO)
  await review.draft(JALISCO)
  // What the auditor takes with it leaves an event, once an hour: here before the last seal.
  await bundleRecord(product.deps, product.person(people.AUDITOR), review.roundId)
  await sealHeads(product.deps)
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-expediente-'))
  return () => rm(folder, { recursive: true })
})
afterAll(async () => {
  await server.end()
  await product.end()
})

const unpacked = (who: string, recordId = review.roundId) => unpackExpediente(product, { who, recordId, folder })
const read = (path: string) => readFile(join(folder, path), 'utf8')
const write = (path: string, content: string | Uint8Array) => writeFile(join(folder, path), content)
const keepActs = (acts: readonly string[]) => write('actos.jsonl', acts.map((line) => `${line}\n`).join(''))
const lines = async (path: string) => (await read(path)).split('\n').slice(0, -1)

describe('the expediente of a round', () => {
  test('holds its acts, receipts, seals and an index, and its own script finds it whole', async () => {
    const paths = await unpacked(people.COORDINATOR)
    expect(paths).toEqual(
      expect.arrayContaining([
        'SHA256SUMS',
        'acuses.jsonl',
        'indice.html',
        'indice.pdf',
        'sellos.json',
        'verificar.mjs',
      ]),
    )
    expect(paths.filter((path) => path.startsWith('acuses/'))).toEqual([
      'acuses/ACU-CHIS-2017-0001.pdf',
      'acuses/ACU-DERFE-2017-0001.pdf',
      'acuses/ACU-DERFE-2017-0002.pdf',
    ])
    // As an auditor runs it: plain Node, in the folder, nothing else.
    const said = await new Promise<string>((resolve, reject) => {
      execFile(process.execPath, ['verificar.mjs'], { cwd: folder, env: {} }, (error, out) =>
        error ? reject(new Error(out)) : resolve(out),
      )
    })
    expect(said).toMatch(/^ÍNTEGRO: \d+ archivos, \d+ actos de \d+ registros, 3 acuses y 2 sellos\.\n/)
    expect(said).toContain(`Llave de sello ${product.deps.sealKey.id}.`)
  })

  test('is whole for the auditor; for others what they may not read is a hash, and still holds', async () => {
    const jalisco = product.person(JALISCO).personName
    await unpacked(people.AUDITOR)
    expect(verify(folder).dice.join()).not.toContain('reservados')
    expect(await read('indice.html')).toContain(jalisco)
    for (const who of [people.COORDINATOR, CHIAPAS]) {
      await rm(folder, { recursive: true })
      const paths = await unpacked(who)
      for (const path of paths) expect(await read(path), `${who} ${path}`).not.toContain(jalisco)
      // What Chiapas did before it sent is its own; DERFE has the hash of it.
      expect((await read('actos.jsonl')).includes('"body":null'), who).toBe(who !== CHIAPAS)
      expect(verify(folder).dice.join(), who).toMatch(who === CHIAPAS ? /^ÍNTEGRO/ : /^ÍNTEGRO.* están reservados/)
    }
    expect(await read('acuses.jsonl')).not.toContain('DERFE')
  })

  test('is an index of text: what people typed is no markup', async () => {
    await unpacked(CHIAPAS)
    const page = await read('indice.html')
    expect(page).toContain('&lt;b&gt;Más&lt;/b&gt; tiempo &amp; &quot;láminas&quot;')
    expect(page).not.toContain('<b>Más')
  })

  test('holds the files of a version, byte by byte, under names that every disk takes', async () => {
    const document = await readFile(ASSET)
    const bytes = Readable.from([document])
    const { id: uploadId } = await keepUpload(
      product.deps,
      product.person(people.COORDINATOR),
      'Sobre: "PEP"?.docx',
      bytes,
    )
    const { specifications } = product.as(people.COORDINATOR)
    const { recordId: specificationId } = await specifications.create({ key: randomUUID(), title: 'PEP', kind: 'pep' })
    const { recordId: versionId } = await specifications.importDocument({
      key: randomUUID(),
      seen: 1,
      specificationId,
      uploadId,
    })
    const paths = await unpacked(people.COORDINATOR, versionId)
    const file = paths.find((path) => path.startsWith('archivos/')) ?? ''
    expect(file).toMatch(/^archivos\/[0-9a-f]{12}-Sobre_ _PEP__\.docx$/)
    expect(document.equals(await readFile(join(folder, file)))).toBe(true)
    expect(await read('indice.html')).toContain(`href="archivos/${encodeURIComponent(file.slice('archivos/'.length))}"`)
    expect(verify(folder).integro).toBe(true)
  })

  test('goes over HTTP as a file to keep, to who sees the round', async () => {
    const get = async (who: string, id: string = review.roundId) =>
      fetch(`${server.origin}/exports/records/${id}/expediente.zip`, {
        headers: { cookie: await server.cookieOf(who) },
      })
    const answer = await get(CHIAPAS)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="expediente-[0-9a-f-]+\.zip"$/)
    expect(Object.keys(unzipSync(new Uint8Array(await answer.arrayBuffer())))).toContain('verificar.mjs')
    for (const who of [people.liaison('pue'), people.ADMINISTRATOR]) expect((await get(who)).status).toBe(404)
    expect((await get(CHIAPAS, randomUUID())).status).toBe(404)
  })
})

describe('an expediente that somebody altered', () => {
  /** Another byte at a place of a file, given as a fraction of its length. */
  async function flip(path: string, place: number, bit: number): Promise<Buffer> {
    const content = await readFile(join(folder, path))
    const original = Buffer.from(content)
    const at = Math.min(Math.floor(place * content.length), content.length - 1)
    content[at] = (content[at] ?? 0) ^ (1 << bit)
    await write(path, content)
    return original
  }
  const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
  const bit = fc.integer({ min: 0, max: 6 })

  test('any byte of any file: the file is named', async () => {
    const paths = await unpacked(people.AUDITOR)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), place, bit, async (path, where, which) => {
        const original = await flip(path, where, which)
        const verdict = verify(folder)
        await write(path, original)
        expect(verdict.integro, `${path} at ${where}`).toBe(false)
        if (path !== 'SHA256SUMS') expect(verdict.dice.join()).toContain(path)
      }),
      { numRuns: 150 },
    )
    expect(verify(folder).integro).toBe(true)
  })

  test.each(['actos.jsonl', 'acuses.jsonl', 'sellos.json'])(
    'any byte of %s, with its sum mended: the place is named',
    async (path) => {
      await unpacked(people.AUDITOR)
      await fc.assert(
        fc.asyncProperty(place, bit, async (where, which) => {
          const original = await flip(path, where, which)
          await mendSums(folder)
          const verdict = verify(folder)
          await write(path, original)
          expect(verdict, `at ${where}`).toMatchObject({ integro: false })
          // By what it says, before the signature over everything is even asked.
          expect(verdict.dice.join()).not.toContain('que el portal firmó')
        }),
        { numRuns: 150 },
      )
      await mendSums(folder)
      expect(verify(folder).integro).toBe(true)
    },
  )

  test('the last act of a chain left out: the seal misses it', async () => {
    await unpacked(people.AUDITOR)
    const acts = await lines('actos.jsonl')
    const last = acts.findLastIndex((line) => line.startsWith(`{"recordId":"${review.roundId}"`))
    const { recordId, seq } = JSON.parse(acts[last] ?? '') as { recordId: string; seq: number }
    expect(seq).toBeGreaterThan(2)
    await keepActs(acts.toSpliced(last, 1))
    await mendSums(folder)
    expect(verify(folder).dice).toEqual([
      expect.stringMatching(`^ALTERADO: registro ${recordId}: falta el acto ${seq}, que estaba bajo el sello de `),
    ])
  })

  test('an act written anew with a hash that fits: the seal knows the true one', async () => {
    await unpacked(people.AUDITOR)
    const acts = await lines('actos.jsonl')
    const last = JSON.parse(acts.at(-1) ?? '') as { seq: number; folio: string | null; body: string; hash: string }
    expect(last.seq).toBe(1)
    const body = last.body.replace('"at":"2017', '"at":"2018')
    const hash = createHash('sha256')
      .update(Buffer.alloc(32))
      .update(Buffer.from([0, 0, 0, 1]))
      .update(`\n${body}`)
    acts[acts.length - 1] = JSON.stringify({ ...last, body, hash: hash.digest('hex') })
    await keepActs(acts)
    await mendSums(folder)
    expect(verify(folder).dice.join()).toMatch('el acto 1 no es el que estaba bajo el sello')
  })

  test('a record left out whole, with all its acts: the list that the portal signed misses it', async () => {
    await unpacked(people.AUDITOR)
    const acts = await lines('actos.jsonl')
    const { recordId } = JSON.parse(acts.at(-1) ?? '') as { recordId: string }
    await keepActs(acts.filter((line) => !line.startsWith(`{"recordId":"${recordId}"`)))
    await mendSums(folder)
    expect(verify(folder).dice).toEqual(['ALTERADO: SHA256SUMS no es la lista que el portal firmó.'])
  })

  test('a file that was put in, or taken out', async () => {
    await unpacked(people.AUDITOR)
    await write('otro.txt', 'más')
    expect(verify(folder).dice).toEqual(['ALTERADO: otro.txt no está en SHA256SUMS.'])
    await rm(join(folder, 'otro.txt'))
    await rm(join(folder, 'indice.html'))
    expect(verify(folder).dice).toEqual(['ALTERADO: falta indice.html, que está en SHA256SUMS.'])
  })
})
