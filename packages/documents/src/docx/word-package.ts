import type { Archive } from './archive.ts'
import { openArchive } from './archive.ts'
import type { DocxLimits } from './refusal.ts'
import { assertWithin, damaged, Refused } from './refusal.ts'
import { readXml } from './xml.ts'

export type Relationship = {
  id: string
  /** The last word of the type's address: `styles`, `hyperlink`, `footnotes`. */
  type: string
  /** A part's name inside the file, or an address as it stands in the file when `external`. */
  target: string
  external: boolean
}

export type WordPackage = { archive: Archive; mainPart: string; relationships: readonly Relationship[] }

const CONTENT_TYPES = '[Content_Types].xml'
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const PDF = '%PDF-'
/** Programs that open a PDF look for its header as far as this (ISO 32000-1, annex H.3.4.1). */
const PDF_HEADER_WITHIN = 1024
const ZIP = [0x50, 0x4b]
/** What a double click takes out of the document and opens: an OLE object may be any file, a program too. */
const EMBEDDED = /(^|\/)embeddings\//
/** The workbook behind a chart, which can hold no macros. */
const CHART_DATA = /\.xlsx$/

/** Says what the bytes are by what they contain, never by a file name, and finds the document inside. */
export function openWordPackage(bytes: Uint8Array, limits: DocxLimits): WordPackage {
  assertWithin(limits, 'inputBytes', bytes.length)
  if (startsWith(bytes, OLE)) throw new Refused(oleRefusal(bytes))
  const pdf = bufferOf(bytes).subarray(0, PDF_HEADER_WITHIN).indexOf(PDF)
  if (pdf === 0) throw new Refused({ code: 'NOT_DOCX', found: 'PDF' })
  if (!startsWith(bytes, ZIP)) throw new Refused({ code: 'NOT_DOCX', found: 'OTHER' })
  if (pdf > 0) throw new Refused({ code: 'TWO_FILES' })
  const archive = openArchive(bytes, limits)
  if (!archive.has(CONTENT_TYPES)) throw new Refused({ code: 'NOT_DOCX', found: 'OTHER_ZIP' })
  const types = readContentTypes(archive, limits)
  const macros = archive.names.find((name) => /(^|\/)vba(project\.bin|data\.xml)$/.test(name))
  if (macros !== undefined) throw new Refused({ code: 'MACROS', part: macros })
  const enabled = types.find(({ type }) => /macroenabled|vbaproject/i.test(type))
  if (enabled) throw new Refused({ code: 'MACROS', part: enabled.part })
  if (!types.some(({ type }) => type.includes('wordprocessingml'))) {
    throw new Refused({ code: 'NOT_DOCX', found: 'OTHER_ZIP' })
  }
  const control = archive.names.find((name) => /(^|\/)activex\//.test(name))
  if (control !== undefined) throw new Refused({ code: 'ACTIVE_CONTENT', part: control })
  const inside = archive.names.find((name) => EMBEDDED.test(name) && !CHART_DATA.test(name))
  if (inside !== undefined) throw new Refused({ code: 'CARRIES_FILES', part: inside })
  assertNoForeignPart(archive, limits)
  assertNoTemplateFromElsewhere(archive, limits)
  const root = readRelationships(archive, '', limits).find(
    ({ type, external }) => type === 'officeDocument' && !external,
  )
  const mainPart = root?.target ?? 'word/document.xml'
  if (!archive.has(mainPart)) throw damaged(mainPart)
  return { archive, mainPart, relationships: readRelationships(archive, mainPart, limits) }
}

/**
 * A document of another kind (HTML, RTF) that Word takes in when it opens the file: nobody who reads the main part reads
 * it (ISO/IEC 29500-1, 17.17.2.1).
 */
function assertNoForeignPart(archive: Archive, limits: DocxLimits): void {
  for (const relationships of archive.names.filter((name) => name.endsWith('.rels'))) {
    const part = relationships.replace(/_rels\/([^/]*)\.rels$/, '$1')
    if (readRelationships(archive, part, limits).some(({ type }) => type.toLowerCase() === 'afchunk'))
      throw new Refused({ code: 'CARRIES_FILES', part })
  }
}

/** Word fetches the template when the document is opened, and runs what it brings. One of the same machine is only a name. */
function assertNoTemplateFromElsewhere(archive: Archive, limits: DocxLimits): void {
  for (const part of archive.names.filter((name) => /(^|\/)settings[^/]*\.xml$/.test(name))) {
    const template = readRelationships(archive, part, limits).find(
      ({ type, external, target }) => external && type === 'attachedTemplate' && /^\s*(?:https?|ftp):/i.test(target),
    )
    if (template) throw new Refused({ code: 'ACTIVE_CONTENT', part })
  }
}

/** Relationships of a part ('' for the whole package). A part without them has none. */
export function readRelationships(archive: Archive, part: string, limits: DocxLimits): Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const file = `${folder}_rels/${part.slice(folder.length)}.rels`
  if (!archive.has(file)) return []
  const found: Relationship[] = []
  readXml(archive, file, limits, {
    open(element) {
      if (element.name !== 'rel:Relationship') return
      const target = element.attribute('Target') ?? ''
      const external = element.attribute('TargetMode') === 'External'
      found.push({
        id: element.attribute('Id') ?? '',
        type: (element.attribute('Type') ?? '').replace(/^.*\//, ''),
        target: external ? target : resolvePart(folder, target),
        external,
      })
    },
  })
  return found
}

/** A target may climb with `..`, but never above the package: what would is a name that no entry has. */
function resolvePart(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of `${target.startsWith('/') ? '' : folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function readContentTypes(archive: Archive, limits: DocxLimits): { part: string; type: string }[] {
  const types: { part: string; type: string }[] = []
  readXml(archive, CONTENT_TYPES, limits, {
    open(element) {
      const type = element.attribute('ContentType')
      if (type !== undefined) types.push({ part: element.attribute('PartName') ?? CONTENT_TYPES, type })
    },
  })
  return types
}

/** By the names of its streams an OLE file is an encrypted .docx (MS-OFFCRYPTO), a .doc, or something else: an .xls, an .msi. */
function oleRefusal(bytes: Uint8Array): Refused['refusal'] {
  const holds = (stream: string): boolean => bufferOf(bytes).includes(stream, 0, 'utf16le')
  if (holds('EncryptedPackage')) return { code: 'ENCRYPTED' }
  return { code: 'NOT_DOCX', found: holds('WordDocument') ? 'LEGACY_WORD' : 'OTHER' }
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
