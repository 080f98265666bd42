import { createHash, randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diskFileStore } from './disk-file-store.ts'
import { FileTooLarge, type Ends } from './file-store.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'portal-store-'))
})
afterAll(async () => {
  await chmod(directory, 0o700)
  await rm(directory, { recursive: true, force: true })
})

const LIMIT = 1024 * 1024
const content = randomBytes(300_000)
const sha256 = createHash('sha256').update(content).digest('hex')
const inChunks = (bytes: Buffer) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / 9000) }, (_, n) => bytes.subarray(n * 9000, (n + 1) * 9000)),
  )
const filesIn = async (path: string) =>
  (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

test('what is kept comes back whole, in part, and once however often it comes', async () => {
  const store = diskFileStore(join(directory, 'a'))
  expect(await store.has(sha256)).toBe(false)
  for (let time = 0; time < 2; time += 1) {
    expect(await store.put(inChunks(content), LIMIT)).toEqual({ sha256, bytes: content.length })
  }
  expect(await filesIn(join(directory, 'a'))).toEqual([sha256])
  expect(await store.has(sha256)).toBe(true)
  expect((await store.read(sha256)).equals(content)).toBe(true)
  const part = await buffer(store.open(sha256, { start: 10, end: 19 }))
  expect(part.equals(content.subarray(10, 20))).toBe(true)
})

test('the same content from many at once is kept once', async () => {
  const store = diskFileStore(join(directory, 'b'))
  const kept = await Promise.all(Array.from({ length: 8 }, () => store.put(inChunks(content), LIMIT)))
  expect(new Set(kept.map((one) => one.sha256))).toEqual(new Set([sha256]))
  expect(await filesIn(join(directory, 'b'))).toEqual([sha256])
})

test('what is too large, what is not accepted and what breaks on its way leave nothing behind', async () => {
  const store = diskFileStore(join(directory, 'c'))
  await expect(store.put(inChunks(content), 200_000)).rejects.toBeInstanceOf(FileTooLarge)
  const refuse = () => {
    throw new Error('not accepted')
  }
  await expect(store.put(inChunks(content), LIMIT, refuse)).rejects.toThrow('not accepted')
  const broken = (async function* () {
    yield content.subarray(0, 5)
    throw new Error('connection lost')
  })()
  await expect(store.put(broken, LIMIT)).rejects.toThrow('connection lost')
  expect(await filesIn(join(directory, 'c'))).toEqual([])
})

test('both ends are shown before it is kept', async () => {
  const store = diskFileStore(join(directory, 'd'))
  let seen: Ends | undefined
  await store.put(inChunks(content), LIMIT, (ends) => {
    seen = ends
  })
  expect(seen?.bytes).toBe(content.length)
  expect(seen?.head.equals(content.subarray(0, 65_536))).toBe(true)
  expect(seen?.tail.equals(content.subarray(-65_536))).toBe(true)
  await store.put(inChunks(Buffer.alloc(0)), LIMIT, (ends) => {
    seen = ends
  })
  expect(seen).toMatchObject({ bytes: 0 })
})

test('no name leads out of the directory', async () => {
  const store = diskFileStore(join(directory, 'e'))
  for (const name of ['../../etc/passwd', `${sha256}/..`, sha256.toUpperCase(), '']) {
    expect(() => store.open(name)).toThrow('not a SHA-256')
    await expect(store.has(name)).rejects.toThrow('not a SHA-256')
  }
})
