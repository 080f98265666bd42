import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { COORDINATOR } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { smallPdf } from '../../testing/small-pdf.ts'
import { diskFileStore } from '../adapters/disk-file-store.ts'
import { clamd } from '../adapters/malware-scanner.ts'
import { keepUpload } from './keep-upload.ts'
import { scannedFileStore } from './scanned-file-store.ts'

/** The string of EICAR, which scanners find and nothing runs; in two parts, so that none finds it in this file. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

let product: TestProduct
let directory: string
let server: Server | undefined
beforeAll(async () => {
  product = await createTestProduct()
  directory = await mkdtemp(join(tmpdir(), 'portal-scanned-'))
})
afterEach(() => void server?.close())
afterAll(async () => {
  await product.end()
  await rm(directory, { recursive: true })
})

/** Speaks clamd's protocol on a port or a socket of its own; `said` is its answer to what arrived whole. */
async function daemon(said: (content: Buffer) => string, at: string | number = 0): Promise<string> {
  server = createServer((socket) => {
    let arrived = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (piece: Buffer) => {
      arrived = Buffer.concat([arrived, piece])
      const content = contentOf(arrived)
      if (content !== null) socket.end(`${said(content)}\0`)
    })
  })
  await new Promise<void>((resolve) => server?.listen(at, resolve))
  const address = server.address()
  return typeof address === 'object' && address ? `tcp://127.0.0.1:${address.port}` : `unix:${at}`
}

const COMMAND = 'zINSTREAM\0'

/** The pieces put together once the empty one has come; null before. */
function contentOf(arrived: Buffer): Buffer | null {
  const parts: Buffer[] = []
  for (let at = COMMAND.length; at + 4 <= arrived.length;) {
    const length = arrived.readUInt32BE(at)
    if (length === 0) return arrived.toString('latin1').startsWith(COMMAND) ? Buffer.concat(parts) : null
    parts.push(arrived.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}

const answer = (content: Buffer) => (content.includes(EICAR) ? 'stream: Eicar-Signature FOUND' : 'stream: OK')

function upload(url: string, content: string) {
  const files = scannedFileStore(diskFileStore(directory), clamd(url), pino({ level: 'silent' }))
  const bytes = async function* () {
    yield Buffer.from(smallPdf(content))
  }
  return keepUpload({ ...product.deps, files }, product.person(COORDINATOR), 'Sobre.pdf', bytes())
}
const kept = async () => ({
  files: (await readdir(directory, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).length,
  uploads: (await product.query('SELECT FROM upload')).rowCount,
})

test('what is clean is kept, whole, however many pieces it took', async () => {
  const large = 'a'.repeat(3_000_000)
  let scanned = 0
  const url = await daemon((content) => {
    scanned = content.length
    return answer(content)
  })
  const { bytes } = await upload(url, large)
  const { length } = smallPdf(large)
  expect([bytes, scanned]).toEqual([length, length])
})

test('over a socket of the same machine too', async () => {
  const url = await daemon(answer, join(directory, 'clamd.sock'))
  await expect(upload(url, 'otra')).resolves.toMatchObject({ type: 'pdf' })
})

test('what is infected is refused by its name, and nothing of it stays', async () => {
  const before = await kept()
  await expect(upload(await daemon(answer), EICAR)).rejects.toMatchObject({
    refusal: { code: 'INFECTED', signature: 'Eicar-Signature' },
  })
  expect(await kept()).toEqual(before)
})

test.each([
  ['answers with an error', () => 'INSTREAM size limit exceeded. ERROR'],
  ['says something else', () => ''],
])('while the scanner %s nothing is kept', async (_what, said) => {
  const before = await kept()
  await expect(upload(await daemon(said), 'limpio')).rejects.toMatchObject({
    refusal: { code: 'SCANNER_NOT_ANSWERING' },
  })
  expect(await kept()).toEqual(before)
})

test('while nobody listens nothing is kept', async () => {
  const before = await kept()
  await expect(upload('tcp://127.0.0.1:1', 'limpio')).rejects.toMatchObject({
    refusal: { code: 'SCANNER_NOT_ANSWERING' },
  })
  expect(await kept()).toEqual(before)
})
