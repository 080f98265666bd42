import type { readWorkbook } from '@portal/documents/workbook'
import type { Sheet } from '@portal/domain'
import { inThread } from '../adapters/in-thread.ts'
import { workbookRefusal } from '../file-refusal.ts'
import { Refused } from '../refused.ts'

const WORKBOOK_THREAD = new URL('workbook-thread.ts', import.meta.url)
/** Far above what the largest accepted workbook takes. */
const MOST_MS = 20_000

/**
 * Reads an uploaded workbook in a thread of its own, which may run out of time or memory without anybody else noticing.
 * @throws Refused what is wrong with the file
 */
export async function readBook(bytes: Uint8Array): Promise<Sheet[]> {
  const read = await inThread<Awaited<ReturnType<typeof readWorkbook>>>(WORKBOOK_THREAD, bytes, MOST_MS).catch(
    (error: unknown) => {
      if (isExhausted(error)) throw new Refused({ code: 'TOO_COMPLEX' })
      throw error
    },
  )
  if (!read.ok) throw new Refused(workbookRefusal(read.refusal))
  return read.value
}

const EXHAUSTED: readonly unknown[] = ['ERR_WORKER_OUT_OF_MEMORY', 'ABORT_ERR']

const isExhausted = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && EXHAUSTED.includes(error.code)
