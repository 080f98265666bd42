import { createHash } from 'node:crypto'
import { ActDone, ReplyInput } from '@portal/contracts'
import { formatCount, REPLIES, REPLY_NAMES, type Reply } from '@portal/domain'
import { act, type Act } from '../acts/act.ts'
import { canonical } from '../acts/canonical.ts'
import { representedBy } from '../acts/represented-by.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, Refused } from '../refused.ts'
import { subjectOf } from '../rounds/exports.ts'
import { procedureFor } from '../trpc.ts'
import { decidedStatus, eventOf, lockResponse, type LockedResponse } from './locked-response.ts'

type Replied = { observationId: string; reply: Reply; reason: string }

/** What was answered before is replaced: the events keep every reply. */
const REPLY: Statement = {
  name: 'response_reply',
  text: `
    UPDATE observation AS o
    SET reply = r.reply, reply_reason = r.reason, replied_by = $3, replied_for = $4, replied_at = $5,
      record_version = record_version + 1
    FROM unnest($2::uuid[], $6::text[], $7::text[]) AS r (id, reply, reason)
    WHERE o.id = r.id AND o.response_id = $1 AND o.status = 'resolved' RETURNING o.id, o.number`,
}
const COUNT: Statement = {
  name: 'response_count_unreplied',
  text: `
    UPDATE round_response AS a SET record_version = record_version + 1, unreplied = (
      SELECT count(*) FROM observation AS o WHERE o.response_id = a.id AND o.status = 'resolved' AND o.reply IS NULL)
    WHERE a.id = $1 AND a.record_version = $2
    RETURNING a.record_version AS "recordVersion", a.unreplied`,
}

/** Conforme or inconforme with each outcome, of some or all at once, as a formal act. It reopens nothing. */
export const replyToOutcomes = procedureFor('opl_liaison', 'opl_head')
  .input(ReplyInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'responses.reply', input, async (act) => {
      const response = await lockResponse(act, input, actor, 'hold')
      decidedStatus(act, response, { kind: 'reply', replies: input.replies }, actor)
      const numbered = await putOnRecord(act, response, input.replies, [
        actor.personId,
        representedBy(actor),
        act.now(),
      ])
      const counted = await act.one<{ recordVersion: number; unreplied: number }>(COUNT, [response.id, input.seen])
      const { recordVersion, unreplied } = found(counted)
      for (const { observationId, number, reply, reason } of numbered) {
        await act.record({
          ...eventOf(response, 'ine'),
          recordKind: 'observation',
          recordId: observationId,
          verb: 'observations.reply',
          details: { number, reply, why: reason === '' ? undefined : reason },
        })
      }
      // Whoever holds the receipt's code reads it: the reasons stand under their hash.
      const hash = createHash('sha256').update(canonical(numbered)).digest('hex')
      const receipt = await act.record({
        ...eventOf(response, 'ine'),
        verb: 'responses.reply',
        details: { numbers: numbered.map(({ number }) => number), unreplied, hash },
        certified: {
          organisationId: actor.organisationId,
          act: 'Respuesta a lo que se resolvió',
          subject: subjectOf(response.round),
          lines: [
            ...REPLIES.flatMap((reply) => lineOf(reply, numbered)),
            { label: 'Sin respuesta todavía', value: formatCount(unreplied) },
            { label: 'Huella de las respuestas (SHA-256)', value: hash },
          ],
          files: [],
          illustrative: response.round.illustrative,
        },
      })
      return { recordId: response.id, recordVersion, ...receipt }
    }),
  )

type Numbered = Replied & { number: number }

/** All of them or none. @throws Refused NOT_FOUND where one is not of this answer, or was not decided */
async function putOnRecord(
  act: Act,
  response: LockedResponse,
  replies: readonly Replied[],
  by: unknown[],
): Promise<Numbered[]> {
  const ids = replies.map(({ observationId }) => observationId)
  const values = [replies.map(({ reply }) => reply), replies.map(({ reason }) => reason)]
  const rows = await act.rows<{ number: number; id: string }>(REPLY, [response.id, ids, ...by, ...values])
  const numberOf = new Map(rows.map(({ id, number }) => [id, number]))
  if (numberOf.size !== ids.length) throw new Refused({ code: 'NOT_FOUND' })
  return replies
    .map((replied) => ({ ...replied, number: numberOf.get(replied.observationId) ?? 0 }))
    .toSorted((one, other) => one.number - other.number)
}

/** "Conforme: No. 1, 3": nothing where nobody said so. */
function lineOf(reply: Reply, replies: readonly Numbered[]): { label: string; value: string }[] {
  const numbers = replies.filter((one) => one.reply === reply).map(({ number }) => number)
  return numbers.length === 0 ? [] : [{ label: REPLY_NAMES[reply], value: `No. ${numbers.join(', ')}` }]
}
