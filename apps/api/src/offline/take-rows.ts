import { ActDone, TakeOfflineInput } from '@portal/contracts'
import type { ObservationType, Person } from '@portal/domain'
import { act, type Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { beginDraft, holdResponse, placedTarget, updateDraft } from '../observations/exports.ts'
import { found, Refused } from '../refused.ts'
import { fileOf, ownUpload } from '../specifications/exports.ts'
import { procedureFor } from '../trpc.ts'
import { fileTable } from './file-table.ts'
import { judgedRows, targetOf, type JudgedRow } from './judged-rows.ts'
import { ownAnswer } from './own-answer.ts'
import { readBook } from './read-book.ts'

/** Files of one answer are taken one after the other: the second finds what the first took. */
const LOCK: Statement = {
  name: 'offline_lock_answer',
  text: 'SELECT id FROM round_response WHERE id = $1 AND organisation_id = $2 FOR NO KEY UPDATE',
}
const TOOK: Statement = {
  name: 'offline_took_row',
  text: `
    INSERT INTO offline_row (response_id, row_id, organisation_id, observation_id, record_version, upload_id, taken_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (response_id, row_id) DO UPDATE
    SET record_version = excluded.record_version, upload_id = excluded.upload_id, taken_at = excluded.taken_at`,
}

type Held = Awaited<ReturnType<typeof holdResponse>>

/**
 * The rows of a file that the person confirmed become drafts of their OPL's answer, all of them or none: under the same
 * rules as a draft that is typed, and only while each is what the person saw.
 */
export const takeRows = procedureFor('opl_liaison', 'opl_head')
  .input(TakeOfflineInput)
  .output(ActDone)
  .mutation(async ({ ctx: { deps, actor }, input }) => {
    const upload = await ownUpload(deps, actor, input.uploadId)
    const answer = await ownAnswer(deps, actor, input.roundId)
    // Before the act: nothing stays locked while a file is read.
    const table = fileTable(await readBook(await deps.files.read(upload.sha256)), input.choice, answer)
    if (table === null) throw new Refused({ code: 'OFFLINE_NO_TABLE' })
    return await act(deps, actor, 'offline.take', input, async (act) => {
      found(await act.one<{ id: string }>(LOCK, [answer.id, actor.organisationId]))
      const response = await holdResponse(act, answer.id, actor, 'save_observation')
      const judged = new Map((await judgedRows(act, table, answer, actor, act.now())).map((one) => [one.row.line, one]))
      let created = 0
      for (const { line, seen } of input.rows) {
        const row = judged.get(line)
        if (!row || !mayBeTaken(row) || (row.standing?.recordVersion ?? null) !== seen) {
          throw new Refused({ code: 'CHANGED_MEANWHILE', recordVersion: answer.recordVersion })
        }
        const { recordId, recordVersion } = await writeRow(act, row, response, actor)
        await act.rows(TOOK, [
          response.id,
          row.row.rowId,
          response.organisationId,
          recordId,
          recordVersion,
          upload.id,
          act.now(),
        ])
        if (row.standing === null) created += 1
      }
      await act.record({
        recordKind: 'response',
        recordId: response.id,
        verb: 'responses.takeFile',
        details: { file: fileOf(upload), created, changed: input.rows.length - created },
        roundId: response.roundId,
        versionId: response.versionId,
        audience: [response.organisationId],
      })
      return { recordId: response.id, recordVersion: answer.recordVersion }
    })
  })

const mayBeTaken = ({ status }: JudgedRow): boolean => status === 'new' || status === 'changed' || status === 'conflict'

async function writeRow(act: Act, judged: JudgedRow, response: Held, actor: Person) {
  const { row, standing } = judged
  const texts = { ...row.texts, type: typeOf(row.texts.type) }
  const target = await placedTarget(act, targetOf(judged), response.versionId, actor)
  if (standing === null) return beginDraft(act, texts, response, target, actor)
  const { id, recordVersion: seen } = standing
  const recordVersion = await updateDraft(act, { ...texts, id, responseId: response.id, seen }, target)
  return { recordId: id, recordVersion }
}

function typeOf(type: ObservationType | null): ObservationType {
  if (type === null) throw new Error('A row without a type was not refused')
  return type
}
