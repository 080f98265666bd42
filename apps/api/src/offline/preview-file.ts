import { OfflinePreview, PreviewOfflineInput } from '@portal/contracts'
import { sightOf } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import { ownUpload } from '../specifications/exports.ts'
import { procedureFor } from '../trpc.ts'
import { fileTable, tablesOf } from './file-table.ts'
import { judgedRows, rowView } from './judged-rows.ts'
import { ownAnswer } from './own-answer.ts'
import { readBook } from './read-book.ts'

/** What would become of each row of an uploaded file. Nothing is written. */
export const previewFile = procedureFor('opl_liaison', 'opl_head')
  .input(PreviewOfflineInput)
  .output(OfflinePreview)
  .query(async ({ ctx: { deps, actor }, input }) => {
    // What is not one's own is told first: the same is asked of the database whatever round it is said to belong to.
    const upload = await ownUpload(deps, actor, input.uploadId)
    const answer = await ownAnswer(deps, actor, input.roundId)
    const sheets = await readBook(await deps.files.read(upload.sha256))
    const table = fileTable(sheets, input.choice, answer)
    if (table === null) return { kind: 'columns' as const, tables: tablesOf(sheets) }
    const reader = readerOn(deps.pool, sightOf(actor))
    const rows = await judgedRows(reader, table, answer, actor, deps.clock.now())
    return { kind: 'rows' as const, rows: rows.map(rowView) }
  })
