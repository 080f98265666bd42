import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFStream } from '@cantoo/pdf-lib'
import type { PDFContext, PDFObject, PDFPage } from '@cantoo/pdf-lib'
import { ok, refuse } from '@portal/domain'

import { endsAsArchive } from '../file-type/ends-as-archive.ts'
import type { PdfInspection, PdfPage, PdfRefusal } from './pdf-refusal.ts'

const PAGE_LIMIT = 500

const MM_PER_POINT = 25.4 / 72

/**
 * Reads the object graph of a PDF. Nothing here bounds what a hostile file costs: it runs in a process of its own, see
 * `inspectPdf`. The reader of the library is lenient and rebuilds what it can: a file counts as whole only when it ends as
 * the format says and every page has a size.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfInspection> {
  if (!endsAsItShould(bytes)) return refuse({ code: 'DAMAGED' })
  if (goesOn(bytes) || endsAsArchive(bytes)) return refuse({ code: 'TWO_FILES' })
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity })
    if (document.isEncrypted) return refuse({ code: 'ENCRYPTED' })
    const active = activeContent(document.context)
    if (active) return refuse(active)
    const count = document.getPageCount()
    if (count > PAGE_LIMIT) return refuse({ code: 'TOO_MANY_PAGES', limit: PAGE_LIMIT, pages: count })
    const pages = document.getPages().map(sizeOf)
    return count > 0 && pages.every(isPlausible) ? ok({ pages }) : refuse({ code: 'DAMAGED' })
  } catch (error) {
    return refuse({ code: codeOf(error) })
  }
}

function codeOf(error: unknown): 'ENCRYPTED' | 'UNDETERMINED' | 'DAMAGED' {
  if (error instanceof EncryptedPDFError) return 'ENCRYPTED'
  // What the machine says when there is no more memory, or when nesting went beyond its stack.
  return error instanceof RangeError ? 'UNDETERMINED' : 'DAMAGED'
}

/** ISO 32000-1, annex H.3.4.4: readers look for the end mark within the last 1,024 bytes. A cut transfer has none. */
function endsAsItShould(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(-1024)).includes('%%EOF')
}

/** After the last end mark a PDF has blanks at most. */
function goesOn(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.subarray(-1024)).toString('latin1')
  return /[^\0\t\n\f\r ]/.test(end.slice(end.lastIndexOf('%%EOF') + '%%EOF'.length))
}

/** What would run or hide something, wherever it stands: also in objects that no page reaches any more. */
function activeContent(context: PDFContext): PdfRefusal | undefined {
  const pending: PDFObject[] = context.enumerateIndirectObjects().map(([, object]) => object)
  const seen = new Set<PDFObject>()
  for (let object = pending.pop(); object; object = pending.pop()) {
    if (seen.has(object)) continue
    seen.add(object)
    const dictionary = object instanceof PDFStream ? object.dict : object
    if (dictionary instanceof PDFArray) pending.push(...dictionary.asArray())
    if (!(dictionary instanceof PDFDict)) continue
    const refusal = refusalOf(dictionary)
    if (refusal) return refusal
    pending.push(...dictionary.values())
  }
  return undefined
}

function refusalOf(dictionary: PDFDict): PdfRefusal | undefined {
  const action = nameIn(dictionary, 'S')
  // ISO 32000-2, 12.6.4.17: a script is under JS of an action or a rendition, or in the name tree of the catalogue.
  if (action === 'JavaScript' || dictionary.has(PDFName.of('JS')) || dictionary.has(PDFName.of('JavaScript'))) {
    return { code: 'JAVASCRIPT' }
  }
  // An XFA form is a program in XML, with scripts of its own.
  if (dictionary.has(PDFName.of('XFA'))) return { code: 'JAVASCRIPT' }
  if (action === 'Launch') return { code: 'LAUNCH_ACTION' }
  if (triggered(dictionary).some(leavesTheFile)) return { code: 'AUTOMATIC_ACTION' }
  const carries = dictionary.has(PDFName.of('EF')) || dictionary.has(PDFName.of('EmbeddedFiles'))
  if (carries || nameIn(dictionary, 'Type') === 'EmbeddedFile') return { code: 'EMBEDDED_FILES' }
  return undefined
}

/** Actions that nobody asks for: on opening (12.6.2), and those of AA on a page, a field or the whole file (12.6.3). */
function triggered(dictionary: PDFDict): PDFDict[] {
  const additional = dictionary.lookup(PDFName.of('AA'))
  const values = additional instanceof PDFDict ? additional.keys().map((key) => additional.lookup(key)) : []
  return [dictionary.lookup(PDFName.of('OpenAction')), ...values].filter((value) => value instanceof PDFDict)
}

const leavesTheFile = (action: PDFDict): boolean =>
  ['URI', 'SubmitForm', 'ImportData', 'GoToR', 'GoToE'].includes(nameIn(action, 'S') ?? '')

function nameIn(dictionary: PDFDict, key: string): string | undefined {
  const value = dictionary.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : undefined
}

function sizeOf(page: PDFPage): PdfPage {
  const [media, crop] = [page.getMediaBox(), page.getCropBox()].map(edges)
  if (!media || !crop) return { widthMm: 0, heightMm: 0 }
  // ISO 32000-1, 14.11.2: what lies outside of the medium is not there to be cropped.
  const width = Math.min(media.right, crop.right) - Math.max(media.left, crop.left)
  const height = Math.min(media.top, crop.top) - Math.max(media.bottom, crop.bottom)
  const unit = page.node.lookup(PDFName.of('UserUnit'))
  const scale = MM_PER_POINT * (unit instanceof PDFNumber ? unit.asNumber() : 1)
  const upright = { widthMm: rounded(width * scale), heightMm: rounded(height * scale) }
  const turned = page.getRotation().angle % 180 !== 0
  return turned ? { widthMm: upright.heightMm, heightMm: upright.widthMm } : upright
}

/** The corners of a box may come in any order. */
function edges({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return {
    left: Math.min(x, x + width),
    right: Math.max(x, x + width),
    bottom: Math.min(y, y + height),
    top: Math.max(y, y + height),
  }
}

const rounded = (mm: number) => Math.round(mm * 100) / 100

function isPlausible({ widthMm, heightMm }: PdfPage): boolean {
  return widthMm > 0 && heightMm > 0 && Number.isFinite(widthMm) && Number.isFinite(heightMm)
}
