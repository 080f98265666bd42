import type { Person } from '@portal/domain'
import { readerOn, type Statement } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { found } from '../refused.ts'

export type OwnUpload = { id: string; name: string; sha256: string; bytes: number; type: string }

const FIND: Statement = {
  name: 'upload_find',
  text: `
    SELECT u.id, u.name, u.sha256, f.bytes, f.type FROM upload AS u JOIN stored_file AS f ON f.sha256 = u.sha256
    WHERE u.id = $1 AND u.organisation_id = $2`,
}

/** A file that somebody of the actor's organisation uploaded. @throws Refused NOT_FOUND for anybody else's */
export async function ownUpload(deps: Deps, actor: Person, uploadId: string): Promise<OwnUpload> {
  return found(await readerOn(deps.pool).one<OwnUpload>(FIND, [uploadId, actor.organisationId]))
}

/** Of a file of an act, what the record keeps. */
export const fileOf = ({ name, sha256, bytes }: OwnUpload) => ({ name, sha256, bytes })
