import { detectFileType, type FileType } from '@portal/documents'
import type { FileRefusal } from '@portal/contracts'
import { refuse, ok, type Result } from '@portal/domain'
import type { Ends } from '../adapters/file-store.ts'

export type AcceptedType = 'pdf' | 'docx'

const NAMES = {
  xlsx: 'Excel',
  zip: 'archivo comprimido',
  unknown: 'desconocido',
} as const satisfies Record<Exclude<FileType, AcceptedType | 'ole'>, string>

/**
 * What a file is by its content; the name only chooses the words of a refusal. Office names the parts of a document at
 * its beginning as a rule and at its end in any case, so both are looked at.
 */
export function acceptedType(name: string, { head, tail, bytes }: Ends): Result<AcceptedType, FileRefusal> {
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
      return refuse({ code: claimsDocx ? 'ENCRYPTED' : 'NOT_DOCX' })
    case 'zip':
    case 'xlsx':
    case 'unknown':
      if (claimsDocx) return refuse({ code: 'NOT_DOCX' })
      if (/\.pdf$/i.test(name)) return refuse({ code: 'NOT_PDF' })
      return refuse({ code: 'TYPE_NOT_ACCEPTED', type: NAMES[type] })
  }
}
