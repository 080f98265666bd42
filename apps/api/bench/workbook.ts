import { inflateRawSync } from 'node:zlib'

const CENTRAL_ENTRY = 0x02014b50
const END = 0x06054b50

/** The parts of a workbook (a ZIP file) as text, without the instants at which it was made. */
export function workbookText(zip: Buffer): Record<string, string> {
  const parts: Record<string, string> = {}
  let at = centralDirectory(zip)
  while (zip.readUInt32LE(at) === CENTRAL_ENTRY) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const [nameLength, extra, comment] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const content = zip.subarray(start, start + packed)
    parts[name] = withoutInstants((method === 0 ? content : inflateRawSync(content)).toString())
    at += 46 + nameLength + extra + comment
  }
  return parts
}

function centralDirectory(zip: Buffer): number {
  for (let at = zip.length - 22; at >= 0; at -= 1) if (zip.readUInt32LE(at) === END) return zip.readUInt32LE(at + 16)
  throw new Error('not a workbook')
}

const withoutInstants = (text: string): string =>
  text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'instant').replaceAll(/Generada: [^·]+/g, 'Generada: ')
