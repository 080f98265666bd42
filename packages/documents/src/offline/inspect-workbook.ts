import { ok, refuse, type Result } from '@portal/domain'

import { openArchive } from '../docx/archive.ts'
import { assertWithin, DEFAULT_LIMITS, Refused, type DocxRefusal } from '../docx/refusal.ts'

/** Why a file is not taken as a workbook. */
export type WorkbookRefusal = Exclude<DocxRefusal, { code: 'NOT_DOCX' | 'TOO_LARGE' }> | { code: 'NOT_XLSX' } | TooLarge

type TooLarge = { code: 'TOO_LARGE'; measure: 'bytes' | 'rows'; limit: number; size: number }

const MEGABYTE = 1024 * 1024

/** A workbook of some thousand observations has less than one megabyte. */
const LIMITS = {
  ...DEFAULT_LIMITS,
  inputBytes: 10 * MEGABYTE,
  inflatedBytes: 64 * MEGABYTE,
  partBytes: 32 * MEGABYTE,
  entries: 1000,
}

const MACROS = /vbaproject|macrosheets|activex/
/** Other files inside, and other workbooks from which values would be fetched. */
const CARRIED = /embeddings\/|externallinks\//

/** Whether a file may be kept as a workbook: what it is made of, as its directory says, and nothing of what it says. */
export const inspectWorkbook = (bytes: Uint8Array): Result<null, WorkbookRefusal> =>
  guarded(() => {
    checkedArchive(bytes)
    return null
  })

/** Unpacks each part once, to be sure that it is as large as the directory says: what is declared small may be a bomb. */
export const unpackedWorkbook = (bytes: Uint8Array): Result<null, WorkbookRefusal> =>
  guarded(() => {
    const archive = checkedArchive(bytes)
    for (const name of archive.names) archive.read(name, () => undefined)
    return null
  })

function checkedArchive(bytes: Uint8Array) {
  assertWithin(LIMITS, 'inputBytes', bytes.length)
  const archive = openArchive(bytes, LIMITS)
  if (!archive.has('[Content_Types].xml') || !archive.has('xl/workbook.xml')) throw new NotXlsx()
  const macro = archive.names.find((name) => MACROS.test(name))
  if (macro !== undefined) throw new Refused({ code: 'MACROS', part: macro })
  const carried = archive.names.find((name) => CARRIED.test(name))
  if (carried !== undefined) throw new Refused({ code: 'CARRIES_FILES', part: carried })
  return archive
}

class NotXlsx extends Error {}

function guarded<Value>(run: () => Value): Result<Value, WorkbookRefusal> {
  try {
    return ok(run())
  } catch (problem) {
    if (problem instanceof NotXlsx) return refuse({ code: 'NOT_XLSX' })
    if (!(problem instanceof Refused)) throw problem
    const { refusal } = problem
    if (refusal.code === 'NOT_DOCX') return refuse({ code: 'NOT_XLSX' })
    if (refusal.code !== 'TOO_LARGE') return refuse(refusal)
    return refuse({ code: 'TOO_LARGE', measure: 'bytes', limit: refusal.limit, size: refusal.size })
  }
}
