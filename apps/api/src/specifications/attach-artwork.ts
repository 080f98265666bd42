import { ActDone, AttachArtworkInput } from '@portal/contracts'
import { inspectPdf } from '@portal/documents'
import { COORDINATING_AREA, decideVersion } from '@portal/domain'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { pdfRefusal } from '../file-refusal.ts'
import { granted, Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { factsOf, lockVersion } from './locked-version.ts'
import { fileOf, ownUpload } from './own-upload.ts'
import { changeStatus } from './version-status.ts'

/** Classed as the same element, or the same file, was last: what is reserved stays so in the next version. */
const INSERT: Statement = {
  name: 'artwork_insert',
  text: `
    WITH before AS (
      SELECT a.access_class, a.access_basis, a.access_from, a.access_until
      FROM artwork AS a
      JOIN specification_version AS v ON v.id = a.version_id
      JOIN upload AS u ON u.id = a.upload_id
      WHERE v.specification_id = (SELECT specification_id FROM specification_version WHERE id = $1)
        AND (lower(trim(a.element)) = lower(trim($2)) OR u.sha256 = (SELECT sha256 FROM upload WHERE id = $3))
      ORDER BY v.number DESC, a.access_class = 'public', a.access_class, a.position DESC LIMIT 1
    )
    INSERT INTO artwork (version_id, position, element, upload_id, pages, attached_by, attached_at,
      access_class, access_basis, access_from, access_until)
    SELECT $1, (SELECT coalesce(max(position) + 1, 0) FROM artwork WHERE version_id = $1), $2, $3, $4, $5, $6,
      coalesce(before.access_class, 'public'), coalesce(before.access_basis, ''), before.access_from, before.access_until
    FROM (SELECT 1) AS one LEFT JOIN before ON true`,
}

/** A PDF that shows an element of the version, page by page beside its clauses. */
export const attachArtwork = procedureFor('derfe_coordinator')
  .input(AttachArtworkInput)
  .output(ActDone)
  .mutation(async ({ ctx: { deps, actor }, input }) => {
    const upload = await ownUpload(deps, actor, input.uploadId)
    // Before the act: nothing stays locked while the file is looked at.
    const inspection = await inspectPdf(await deps.files.read(upload.sha256))
    if (!inspection.ok) throw new Refused(pdfRefusal(inspection.refusal))
    const { pages } = inspection.value
    return await act(deps, actor, 'specifications.attachArtwork', input, async (act) => {
      const version = await lockVersion(act, input)
      const { status } = granted(decideVersion(factsOf(version), { kind: 'attach_artwork' }, actor))
      const { element } = input
      await act.rows(INSERT, [version.id, element, upload.id, JSON.stringify(pages), actor.personId, act.now()])
      const recordVersion = await changeStatus(act, version, status)
      await act.record({
        recordKind: 'version',
        recordId: version.id,
        verb: 'specifications.attachArtwork',
        details: { element, file: fileOf(upload), pages: pages.length },
        roundId: null,
        versionId: version.id,
        audience: [COORDINATING_AREA],
      })
      return { recordId: version.id, recordVersion }
    })
  })
