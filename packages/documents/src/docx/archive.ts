import { Inflate } from 'fflate'
import { crc32 } from 'node:zlib'
import type { DocxLimits } from './refusal.ts'
import { assertWithin, damaged, Refused } from './refusal.ts'
import type { ZipEntry } from './zip-directory.ts'
import { entryBytes, partName, readZipDirectory } from './zip-directory.ts'

export type Archive = {
  readonly names: readonly string[]
  has(name: string): boolean
  /** Hands over the part piece by piece, so that a bomb is stopped by its first piece too many. */
  read(name: string, take: (piece: Uint8Array) => void): void
}

const STORED = 0
const DEFLATED = 8
/** Deflate gives at most 1032 bytes for one: a piece of input never becomes more than 8 MB at once. */
const PIECE = 8 * 1024

export function openArchive(bytes: Uint8Array, limits: DocxLimits): Archive {
  const entries = new Map<string, ZipEntry>()
  const directory = readZipDirectory(bytes)
  assertWithin(limits, 'entries', directory.length)
  for (const entry of directory) {
    if (entry.encrypted) throw new Refused({ code: 'ENCRYPTED' })
    // Two readers would open two different documents.
    if (entries.has(entry.name)) throw damaged(entry.name)
    entries.set(entry.name, entry)
  }
  assertWithin(
    limits,
    'inflatedBytes',
    directory.reduce((sum, entry) => sum + entry.inflated, 0),
  )
  let total = 0
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(partName(name)),
    read(name, take) {
      const entry = entries.get(partName(name))
      if (!entry) throw damaged(name)
      let size = 0
      let sum = 0
      inflate(entryBytes(bytes, entry), entry, (piece) => {
        size += piece.length
        total += piece.length
        assertWithin(limits, 'partBytes', size)
        assertWithin(limits, 'inflatedBytes', total)
        sum = crc32(piece, sum)
        take(piece)
      })
      if (size !== entry.inflated || sum !== entry.crc) throw damaged(entry.name)
    },
  }
}

function inflate(compressed: Uint8Array, entry: ZipEntry, take: (piece: Uint8Array) => void): void {
  if (entry.method === STORED) {
    for (let at = 0; at < compressed.length; at += PIECE) take(compressed.subarray(at, at + PIECE))
    return
  }
  if (entry.method !== DEFLATED) throw damaged(entry.name)
  const stream = new Inflate(take)
  try {
    for (let at = 0; at < compressed.length; at += PIECE) {
      stream.push(compressed.subarray(at, at + PIECE), at + PIECE >= compressed.length)
    }
  } catch (problem) {
    // The library reports broken data as an error with a numeric code; anything else is a refusal or a bug.
    if (problem instanceof Error && 'code' in problem && typeof problem.code === 'number') throw damaged(entry.name)
    throw problem
  }
}
