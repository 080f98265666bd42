import type { UploadView } from '@portal/contracts'
import type { Person } from '@portal/domain'
import { inTransaction, type Statement } from '../acts/transaction.ts'
import { FileTooLarge } from '../adapters/file-store.ts'
import type { Deps } from '../deps.ts'
import { found, granted, Refused } from '../refused.ts'
import { acceptedType, type AcceptedType } from './accepted-type.ts'
import { fileName } from './file-name.ts'

/** Artwork for print is large; documents have their own, smaller limit where they are read. */
const LIMIT_BYTES = 100 * 1024 * 1024

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
 * @throws Refused EMPTY, TOO_LARGE, or why this type is not accepted; then nothing is kept
 */
export async function keepUpload(
  deps: Deps,
  actor: Person,
  typedName: string,
  bytes: AsyncIterable<Uint8Array>,
  limitBytes: number = LIMIT_BYTES,
): Promise<UploadView> {
  const name = fileName(typedName)
  let type: AcceptedType | undefined
  const stored = await deps.files
    .put(bytes, limitBytes, (ends) => {
      type = granted(acceptedType(name, ends))
    })
    .catch((error: unknown) => {
      if (!(error instanceof FileTooLarge)) throw error
      throw new Refused({ code: 'TOO_LARGE', limit: limitBytes, size: error.bytes, unit: 'bytes' })
    })
  const at = deps.clock.now()
  return await inTransaction(deps.pool, async (reader) => {
    // In a statement of its own: the next one must see the row of whoever sent the same content a moment earlier.
    await reader.rows(STORED, [stored.sha256, stored.bytes, type, at])
    const values = [stored.sha256, name, actor.personId, actor.organisationId, at]
    return found(await reader.one<UploadView>(UPLOADED, values))
  })
}
