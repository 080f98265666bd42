import type { Result } from '@portal/domain'
import { ok, refuse } from '@portal/domain'
import { DEFAULT_LIMITS, Refused, type DocxRefusal } from './refusal.ts'
import { openWordPackage } from './word-package.ts'

/** Of the parts that are read here, which name others and are small, less than a moment's work. */
const PART_BYTES = 4 * 1024 * 1024

/** Whether a file may be taken in as a .docx: what it is made of, and nothing of what it says. Never throws because of it. */
export function inspectDocx(bytes: Uint8Array): Result<null, DocxRefusal> {
  try {
    openWordPackage(bytes, { ...DEFAULT_LIMITS, partBytes: PART_BYTES })
    return ok(null)
  } catch (problem) {
    if (problem instanceof Refused) return refuse(problem.refusal)
    throw problem
  }
}
