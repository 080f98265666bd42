import { buffer } from 'node:stream/consumers'
import { detectFileType, inspectDocx, inspectPdf, type FileType } from '@portal/documents'
import type { FileRefusal } from '@portal/contracts'
import { refuse, ok, type Result } from '@portal/domain'
import type { Arrived, Ends } from '../adapters/file-store.ts'
import { docxRefusal, pdfRefusal } from '../file-refusal.ts'
import { granted, Refused } from '../refused.ts'

export type AcceptedType = 'pdf' | 'docx'

const NAMES = {
  xlsx: 'Excel',
  zip: 'archivo comprimido',
  unknown: 'desconocido',
  ole: 'Office 97-2003',
} as const satisfies Record<Exclude<FileType, AcceptedType>, string>

/** What has that many bytes is refused before it is read into memory. */
const LARGEST = 60 * 1024 * 1024

/**
 * What a file is, once all of it was looked at: it runs nothing, carries no other file and is nothing else besides.
 * So nobody downloads from here what nobody looked at, whether or not it is ever imported.
 * @throws Refused why it is not accepted
 */
export async function examinedType(name: string, content: Arrived): Promise<AcceptedType> {
  const { bytes } = content
  const type = granted(typeOf(name, content))
  if (bytes > LARGEST) throw new Refused({ code: 'TOO_LARGE', limit: LARGEST, size: bytes, unit: 'bytes' })
  const whole = await buffer(content.open())
  if (type === 'pdf') {
    const pdf = await inspectPdf(whole)
    if (!pdf.ok) throw new Refused(pdfRefusal(pdf.refusal))
    return type
  }
  const docx = inspectDocx(whole)
  if (!docx.ok) throw new Refused(docxRefusal(docx.refusal))
  return 'docx'
}

/**
 * What a file is by its ends; the name only chooses the words of a refusal. Office names the parts of a document at
 * its beginning as a rule and at its end in any case, so both are looked at. `ole` is told apart by the whole of it.
 */
function typeOf(name: string, { head, tail, bytes }: Ends): Result<AcceptedType | 'ole', FileRefusal> {
  if (bytes === 0) return refuse({ code: 'EMPTY' })
  const atBeginning = detectFileType(head)
  const type = atBeginning === 'zip' ? detectFileType(Buffer.concat([head, tail])) : atBeginning
  const claimsDocx = /\.docx$/i.test(name)
  switch (type) {
    case 'pdf':
    case 'docx':
      return ok(type)
    case 'ole':
      // The old container of Office: what Word encrypts, and Word 97-2003.
      if (/\.docx?$/i.test(name)) return ok(type)
      if (/\.pdf$/i.test(name)) return refuse({ code: 'NOT_PDF' })
      return refuse({ code: 'TYPE_NOT_ACCEPTED', type: NAMES[type] })
    case 'zip':
    case 'xlsx':
    case 'unknown':
      if (claimsDocx) return refuse({ code: 'NOT_DOCX' })
      if (/\.pdf$/i.test(name)) return refuse({ code: 'NOT_PDF' })
      return refuse({ code: 'TYPE_NOT_ACCEPTED', type: NAMES[type] })
  }
}
