import { ActDone, ResponseReasonInput } from '@portal/contracts'
import { act } from '../acts/act.ts'
import { subjectOf } from '../rounds/exports.ts'
import { procedureFor } from '../trpc.ts'
import { sendResponse } from './change-response.ts'
import { decidedStatus, eventOf, lockResponse } from './locked-response.ts'
import { linesOf, sendDrafts } from './send-drafts.ts'

/** After the close, with the reason for the delay: the coordinator then admits it or not. */
export const sendLate = procedureFor('opl_liaison', 'opl_head')
  .input(ResponseReasonInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'responses.sendLate', input, async (act) => {
      const response = await lockResponse(act, input, actor, 'hold')
      const { reason } = input
      const status = decidedStatus(act, response, { kind: 'send_late', reason }, actor)
      const sent = await sendDrafts(act, response, false)
      const receipt = await act.record({
        ...eventOf(response, 'round'),
        verb: 'responses.sendLate',
        reason,
        details: { observations: sent.count, hash: sent.hash },
        certified: {
          organisationId: actor.organisationId,
          act: 'Envío de observaciones fuera de plazo',
          subject: subjectOf(response.round),
          lines: [...linesOf(sent), { label: 'Motivo', value: reason }],
          files: [],
          illustrative: response.round.illustrative,
        },
      })
      const given = { status, by: actor, folio: receipt.folio, lateReason: reason }
      const recordVersion = await sendResponse(act, response, given)
      return { recordId: response.id, recordVersion, ...receipt }
    }),
  )
