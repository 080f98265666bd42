import { ActDone, ImportDocumentInput } from '@portal/contracts'
import { COORDINATING_AREA } from '@portal/domain'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { fileOf, ownUpload } from './own-upload.ts'
import { readDocx } from './read-docx.ts'

const LOCK: Statement = {
  name: 'specification_lock',
  text: `
    SELECT title, record_version,
      (SELECT coalesce(max(number), 0) + 1 FROM specification_version WHERE specification_id = $1) AS next
    FROM specification WHERE id = $1 FOR NO KEY UPDATE`,
}
const INSERT: Statement = {
  name: 'version_insert',
  text: `
    INSERT INTO specification_version
      (specification_id, number, status, title, source_id, proposal, findings, status_since, created_by, created_at)
    VALUES ($1, $2, 'draft', $3, $4, $5, $6, $8, $7, $8) RETURNING id`,
}
const TOUCH: Statement = {
  name: 'specification_touch',
  text: 'UPDATE specification SET record_version = record_version + 1 WHERE id = $1 AND record_version = $2',
}

/** The document becomes a proposal of clauses, to be corrected and confirmed: the next version, as a draft. */
export const importDocument = procedureFor('derfe_coordinator')
  .input(ImportDocumentInput)
  .output(ActDone)
  .mutation(async ({ ctx: { deps, actor }, input }) => {
    const upload = await ownUpload(deps, actor, input.uploadId)
    // Before the act: nothing stays locked while a large document is read.
    const document = await readDocx(await deps.files.read(upload.sha256))
    return await act(deps, actor, 'specifications.importDocument', input, async (act) => {
      const { specificationId } = input
      const specification = found(
        await act.one<{ title: string; record_version: number; next: number }>(LOCK, [specificationId]),
      )
      if (specification.record_version !== input.seen) {
        throw new Refused({ code: 'CHANGED_MEANWHILE', recordVersion: specification.record_version })
      }
      const values = [
        specificationId,
        specification.next,
        document.title || specification.title,
        upload.id,
        JSON.stringify(document.clauses),
        JSON.stringify(document.findings),
        actor.personId,
        act.now(),
      ]
      const { id } = found(await act.one<{ id: string }>(INSERT, values))
      await act.rows(TOUCH, [specificationId, specification.record_version])
      await act.record({
        recordKind: 'version',
        recordId: id,
        verb: 'specifications.import',
        details: {
          specificationId,
          specification: specification.title,
          version: specification.next,
          file: fileOf(upload),
          clauses: document.clauses.length,
          findings: document.findings.length,
        },
        roundId: null,
        versionId: id,
        audience: [COORDINATING_AREA],
      })
      return { recordId: id, recordVersion: 1 }
    })
  })
