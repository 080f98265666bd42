import { buffer } from 'node:stream/consumers'
import type { UploadView } from '@portal/contracts'
import { detectFileType, inspectWorkbook } from '@portal/documents'
import type { Person } from '@portal/domain'
import type { Arrived } from '../adapters/file-store.ts'
import type { Deps } from '../deps.ts'
import { workbookRefusal } from '../file-refusal.ts'
import { keepUpload } from '../files/exports.ts'
import { Refused } from '../refused.ts'

const LIMIT_BYTES = 10 * 1024 * 1024

/**
 * Keeps a workbook as it was sent, whatever of it is taken afterwards.
 * @throws Refused why it is not accepted; then nothing is kept
 */
export const keptWorkbook = (
  deps: Deps,
  actor: Person,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<UploadView> => keepUpload(deps, actor, name, bytes, LIMIT_BYTES, examinedWorkbook)

async function examinedWorkbook(_name: string, content: Arrived): Promise<string> {
  if (content.bytes === 0) throw new Refused({ code: 'EMPTY' })
  const type = detectFileType(content.head)
  // The old container of Office: what Excel encrypts, and Excel 97-2003.
  if (type === 'ole') throw new Refused({ code: 'ENCRYPTED' })
  if (type === 'pdf' || type === 'unknown') throw new Refused({ code: 'NOT_XLSX' })
  const inspected = inspectWorkbook(await buffer(content.open()))
  if (!inspected.ok) throw new Refused(workbookRefusal(inspected.refusal))
  return 'xlsx'
}
