import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}
const COMPRESSIBLE = new Set(['.html', '.js', '.mjs', '.css', '.json', '.map', '.svg', '.wasm', '.txt', '.webmanifest'])

export type Encoding = 'br' | 'gzip'
export type BuiltFile = {
  type: string
  etag: string
  /** Its name carries a hash of its content: it never changes. */
  immutable: boolean
  plain: Buffer
  /** Null for what compression makes no smaller. */
  compressed: ((encoding: Encoding) => Promise<Buffer>) | null
}

const compress = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 8, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
} satisfies Record<Encoding, (bytes: Buffer) => Promise<Buffer>>

/**
 * The portal as it was built, by path. Only what is in the list is ever served, so that no path leads elsewhere; each
 * file is read when it is first asked for, compressed once, and kept.
 */
export async function readBuiltFiles(directory: string): Promise<(path: string) => Promise<BuiltFile> | undefined> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => [])
  const known = new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(join(directory, sep).length - 1).replaceAll(sep, '/'), file]),
  )
  const read = new Map<string, Promise<BuiltFile>>()
  return (path) => {
    const file = known.get(path)
    if (file === undefined) return undefined
    const already = read.get(path)
    if (already) return already
    const reading = readBuiltFile(path, file)
    read.set(path, reading)
    reading.catch(() => read.delete(path))
    return reading
  }
}

async function readBuiltFile(path: string, file: string): Promise<BuiltFile> {
  const plain = await readFile(file)
  const extension = extname(path)
  const made = new Map<Encoding, Promise<Buffer>>()
  return {
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`,
    immutable: path.startsWith('/assets/'),
    plain,
    compressed: COMPRESSIBLE.has(extension)
      ? (encoding) => {
          const bytes = made.get(encoding) ?? compress[encoding](plain)
          made.set(encoding, bytes)
          return bytes
        }
      : null,
  }
}
