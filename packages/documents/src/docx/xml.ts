import type { SaxesTagNS } from 'saxes'
import { SaxesParser } from 'saxes'
import type { Archive } from './archive.ts'
import type { DocxLimits } from './refusal.ts'
import { assertWithin, damaged } from './refusal.ts'

export type XmlElement = {
  /** With the usual prefix (`w:p`), whatever prefix or edition of the standard the file uses. */
  name: string
  attribute(name: string): string | undefined
}

export type XmlVisitor = {
  open(element: XmlElement): void
  close?(name: string): void
  text?(text: string): void
}

const OPEN_XML = 'http://schemas.openxmlformats.org'
/** The same vocabulary under its second set of names: "strict" files (ISO/IEC 29500-1). */
const STRICT = 'http://purl.oclc.org/ooxml'

const PREFIXES = new Map([
  [`${OPEN_XML}/wordprocessingml/2006/main`, 'w'],
  [`${STRICT}/wordprocessingml/main`, 'w'],
  [`${OPEN_XML}/officeDocument/2006/relationships`, 'r'],
  [`${STRICT}/officeDocument/relationships`, 'r'],
  [`${OPEN_XML}/officeDocument/2006/math`, 'm'],
  [`${STRICT}/officeDocument/math`, 'm'],
  [`${OPEN_XML}/drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${STRICT}/drawingml/wordprocessingDrawing`, 'wp'],
  [`${OPEN_XML}/markup-compatibility/2006`, 'mc'],
  [`${OPEN_XML}/package/2006/relationships`, 'rel'],
  [`${OPEN_XML}/package/2006/content-types`, 'ct'],
  ['urn:schemas-microsoft-com:vml', 'v'],
])

/** Reads one part as a stream. A document type declaration (entities, external files) has no place in these files. */
export function readXml(archive: Archive, part: string, limits: DocxLimits, visitor: XmlVisitor): void {
  const parser = new SaxesParser({ xmlns: true })
  let depth = 0
  parser.on('error', () => {
    throw damaged(part)
  })
  parser.on('doctype', () => {
    throw damaged(part)
  })
  parser.on('opentag', (tag) => {
    depth++
    assertWithin(limits, 'nesting', depth)
    visitor.open(elementOf(tag))
  })
  parser.on('closetag', (tag) => {
    depth--
    visitor.close?.(qualified(tag.uri, tag.local))
  })
  if (visitor.text) {
    const take = visitor.text.bind(visitor)
    parser.on('text', take)
    parser.on('cdata', take)
  }
  let decoder: TextDecoder | null = null
  archive.read(part, (piece) => {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true })
    parser.write(decode(decoder, piece, part))
  })
  parser.close()
}

function decode(decoder: TextDecoder, piece: Uint8Array, part: string): string {
  try {
    return decoder.decode(piece, { stream: true })
  } catch {
    throw damaged(part)
  }
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function elementOf(tag: SaxesTagNS): XmlElement {
  return {
    name: qualified(tag.uri, tag.local),
    attribute(name) {
      for (const attribute of Object.values(tag.attributes)) {
        if (qualified(attribute.uri, attribute.local) === name) return attribute.value
      }
      return undefined
    },
  }
}

function qualified(uri: string, local: string): string {
  const prefix = PREFIXES.get(uri)
  return prefix === undefined ? local : `${prefix}:${local}`
}
