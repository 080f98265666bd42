import type { UploadView } from '@portal/contracts'
import type { Person } from '@portal/domain'
import { inTransaction, type Statement } from '../acts/transaction.ts'
import { FileTooLarge, type Arrived } from '../adapters/file-store.ts'
import type { Deps } from '../deps.ts'
import { found, Refused } from '../refused.ts'
import { examinedType } from './accepted-type.ts'
import { fileName } from './file-name.ts'

/** Artwork for print is large; documents have their own, smaller limit. */
const LIMIT_BYTES = 60 * 1024 * 1024

const STORED: Statement = {
  name: 'files_stored',
  text: `
    INSERT INTO stored_file (sha256, bytes, type, stored_at) VALUES ($1, $2, $3, $4) ON CONFLICT (sha256) DO NOTHING`,
}
const UPLOADED: Statement = {
  name: 'files_uploaded',
  text: `
    WITH kept AS (
      INSERT INTO upload (sha256, name, uploaded_by, organisation_id, uploaded_at) VALUES ($1, $2, $3, $4, $5)
      RETURNING id, name, sha256
    )
    SELECT kept.id, kept.name, kept.sha256, f.bytes, f.type FROM kept JOIN stored_file AS f ON f.sha256 = kept.sha256`,
}

/**
 * Keeps a file that somebody sends: its bytes by their hash, and who sent it under which name.
 * `examine` says what type it is, once all of it was looked at.
 * @throws Refused EMPTY, TOO_LARGE, or why this type is not accepted; then nothing is kept
 */
export async function keepUpload(
  deps: Deps,
  actor: Person,
  typedName: string,
  bytes: AsyncIterable<Uint8Array>,
  limitBytes: number = LIMIT_BYTES,
  examine: (name: string, content: Arrived) => Promise<string> = examinedType,
): Promise<UploadView> {
  const sentAs = fileName(typedName)
  let type: string | undefined
  const stored = await deps.files
    .put(bytes, limitBytes, async (content) => {
      type = await examine(sentAs, content)
    })
    .catch((error: unknown) => {
      if (!(error instanceof FileTooLarge)) throw error
      throw new Refused({ code: 'TOO_LARGE', limit: limitBytes, size: error.bytes, unit: 'bytes' })
    })
  const at = deps.clock.now()
  return await inTransaction(deps.pool, async (reader) => {
    // In a statement of its own: the next one must see the row of whoever sent the same content a moment earlier.
    await reader.rows(STORED, [stored.sha256, stored.bytes, type, at])
    const values = [stored.sha256, nameOfType(sentAs, type), actor.personId, actor.organisationId, at]
    return found(await reader.one<UploadView>(UPLOADED, values))
  })
}

/** Under a name that says what it is: a PDF that is saved as .html would be opened as a page. */
const nameOfType = (name: string, type: string | undefined): string =>
  type === undefined || name.toLowerCase().endsWith(`.${type}`) ? name : fileName(`${name}.${type}`)
