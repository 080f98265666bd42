import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { FileTooLarge, type Ends, type FileStore, type Stored } from './file-store.ts'

const SHA256 = /^[0-9a-f]{64}$/
const END_BYTES = 64 * 1024

/**
 * Files in a directory, `ab/cd/<sha256>`. A file appears under its name only when all its bytes are on the disk, so that
 * neither a crash nor a full disk leaves half of one.
 */
export function diskFileStore(directory: string): FileStore {
  const incoming = join(directory, 'incoming')
  const folderOf = (sha256: string) => {
    if (!SHA256.test(sha256)) throw new Error(`not a SHA-256: ${sha256}`)
    return join(directory, sha256.slice(0, 2), sha256.slice(2, 4))
  }
  const pathOf = (sha256: string) => join(folderOf(sha256), sha256)
  const has = async (sha256: string) => {
    const path = pathOf(sha256)
    return await access(path).then(
      () => true,
      () => false,
    )
  }

  return {
    put: async (bytes, limitBytes, accept) => {
      const temporary = join(incoming, randomUUID())
      try {
        await mkdir(incoming, { recursive: true, mode: 0o700 })
        const stored = await writeDown(temporary, bytes, limitBytes, accept)
        if (!(await has(stored.sha256))) {
          await mkdir(folderOf(stored.sha256), { recursive: true, mode: 0o700 })
          await rename(temporary, pathOf(stored.sha256))
          await sync(folderOf(stored.sha256))
        }
        return stored
      } finally {
        await rm(temporary, { force: true }).catch(() => undefined)
      }
    },
    open: (sha256, range) => createReadStream(pathOf(sha256), range),
    read: async (sha256) => await readFile(pathOf(sha256)),
    has,
  }
}

async function writeDown(
  path: string,
  source: AsyncIterable<Uint8Array>,
  limitBytes: number,
  accept: Parameters<FileStore['put']>[2],
): Promise<Stored> {
  const file = await open(path, 'wx+', 0o600)
  try {
    const stored = await copy(file, source, limitBytes)
    await accept?.({ ...(await endsOf(file, stored.bytes)), open: () => createReadStream(path) })
    await file.sync()
    return stored
  } finally {
    await file.close()
  }
}

async function copy(file: FileHandle, source: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Stored> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of source) {
    bytes += chunk.length
    if (bytes > limitBytes) throw new FileTooLarge(bytes)
    hash.update(chunk)
    await file.writeFile(chunk)
  }
  return { sha256: hash.digest('hex'), bytes }
}

async function endsOf(file: FileHandle, bytes: number): Promise<Ends> {
  const length = Math.min(bytes, END_BYTES)
  const part = async (position: number) => {
    const buffer = Buffer.alloc(length)
    const { bytesRead } = await file.read(buffer, 0, length, position)
    return buffer.subarray(0, bytesRead)
  }
  return { head: await part(0), tail: await part(bytes - length), bytes }
}

/** A renamed file survives a power cut only when its directory was written too. Windows can't and need not. */
async function sync(directory: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(directory)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
