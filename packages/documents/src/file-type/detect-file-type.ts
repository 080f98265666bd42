/** `ole` is the old container of Office: a .doc, or a .docx that someone encrypted. `zip` is any other zip archive. */
export type FileType = 'pdf' | 'docx' | 'xlsx' | 'zip' | 'ole' | 'unknown'

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const LOCAL_ENTRY = [0x50, 0x4b, 0x03, 0x04]
const EMPTY_ARCHIVE = [0x50, 0x4b, 0x05, 0x06]
const PDF_HEADER_WITHIN = 1024
/** What may stand before the header of a PDF: a mark of byte order and blanks. Anything else is another kind of file. */
const PDF = /^(?:\u00ef\u00bb\u00bf)?[\0\t\n\f\r ]*%PDF-/

/**
 * What a file is by its content, never by its name. Give it the whole file, or as much of its beginning as there is: an
 * Office file names its parts in the first kilobytes as a rule, at the end in any case.
 */
export function detectFileType(head: Uint8Array): FileType {
  if (startsWith(head, OLE)) return 'ole'
  if (startsWith(head, LOCAL_ENTRY)) return archiveType(head)
  if (startsWith(head, EMPTY_ARCHIVE)) return 'zip'
  // ISO 32000-1, annex H.3.4.1: readers look for the header within the first 1,024 bytes.
  return PDF.test(latin1(head.subarray(0, PDF_HEADER_WITHIN))) ? 'pdf' : 'unknown'
}

function archiveType(head: Uint8Array): FileType {
  const names = latin1(head)
  if (!names.includes('[Content_Types].xml')) return 'zip'
  if (names.includes('word/document')) return 'docx'
  return names.includes('xl/workbook') ? 'xlsx' : 'zip'
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
