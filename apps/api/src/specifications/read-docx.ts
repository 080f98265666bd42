import type { importDocx } from '@portal/documents'
import type { ImportedDocument } from '@portal/domain'
import { inThread } from '../adapters/in-thread.ts'
import { docxRefusal } from '../file-refusal.ts'
import { Refused } from '../refused.ts'

/** Far above what the largest accepted file takes: whatever needs longer is not a document. */
const MOST_MS = 60_000

/**
 * Reads a .docx in a thread of its own: a large one takes seconds, in which everybody else would wait.
 * @throws Refused what is wrong with the file
 */
export async function readDocx(bytes: Uint8Array): Promise<ImportedDocument> {
  const thread = new URL('./docx-thread.ts', import.meta.url)
  const result = await inThread<ReturnType<typeof importDocx>>(thread, bytes, MOST_MS)
  if (!result.ok) throw new Refused(docxRefusal(result.refusal))
  return result.value
}
