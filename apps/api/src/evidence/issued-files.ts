import { createHash } from 'node:crypto'
import { readerOn, type Statement } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'

const NOTE: Statement = {
  name: 'evidence_note_issued_file',
  text: `
    INSERT INTO issued_file (sha256, at, folio, round_id, matrix_hash, extract) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (sha256) DO NOTHING`,
}

/**
 * What a file that the portal made is: an acuse, or the matrix of a round, with the hash under which it was published and,
 * where it is an extract, of what.
 */
type Issued = { folio: string } | { roundId: string; matrixHash: string | null; extract: string | null }

/** Notes a file before it is handed out: whoever holds it later can ask the portal whether it is one of its own. */
export async function noteIssuedFile(deps: Deps, bytes: Uint8Array, issued: Issued): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const of =
    'folio' in issued ? [issued.folio, null, null, null] : [null, issued.roundId, issued.matrixHash, issued.extract]
  await readerOn(deps.pool).rows(NOTE, [sha256, deps.clock.now(), ...of])
}
