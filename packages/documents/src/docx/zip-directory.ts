import { damaged, Refused } from './refusal.ts'

export type ZipEntry = {
  name: string
  method: number
  encrypted: boolean
  crc: number
  compressed: number
  inflated: number
  offset: number
}

const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LONGEST_COMMENT = 0xffff
const ZIP64 = 0xffffffff
const names = new TextDecoder()

/**
 * Reads the central directory only, never the local headers one after another: what an archive contains is what its
 * directory says, so that nothing can hide between the entries.
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end + END_BYTES + view.getUint16(end + 20, true) < bytes.length) throw new Refused({ code: 'TWO_FILES' })
  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let read = 0; read < count; read++) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY) throw damaged(null)
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const next = at + ENTRY_BYTES + nameLength + extraLength + view.getUint16(at + 32, true)
    if (next > end) throw damaged(null)
    const extra = at + ENTRY_BYTES + nameLength
    entries.push(
      withZip64(view, extra, extra + extraLength, {
        name: partName(names.decode(bytes.subarray(at + ENTRY_BYTES, extra))),
        method: view.getUint16(at + 10, true),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        crc: view.getUint32(at + 16, true),
        compressed: view.getUint32(at + 20, true),
        inflated: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      }),
    )
    at = next
  }
  return entries
}

/** Part names are compared without case (ECMA-376 part 2, 6.2.2.3); some writers use backslashes. */
export function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

/** Where the compressed bytes of an entry begin: behind its local header, whose lengths are its own. */
export function entryBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) throw damaged(entry.name)
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  if (start + entry.compressed > bytes.length) throw damaged(entry.name)
  return bytes.subarray(start, start + entry.compressed)
}

function findEnd(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT)
  for (let at = view.byteLength - END_BYTES; at >= earliest; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  throw damaged(null)
}

/** Writers that stream (the Open XML SDK) keep sizes in a ZIP64 extra field even in small files. */
function withZip64(view: DataView, from: number, to: number, entry: ZipEntry): ZipEntry {
  const wide = (['inflated', 'compressed', 'offset'] as const).filter((field) => entry[field] === ZIP64)
  if (wide.length === 0) return entry
  let at = from
  while (at + 4 <= to && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true)
  const found = { ...entry }
  for (const [index, field] of wide.entries()) {
    const position = at + 4 + index * 8
    if (position + 8 > to) throw damaged(entry.name)
    found[field] = Number(view.getBigUint64(position, true))
  }
  return found
}
