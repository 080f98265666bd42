import { ActDone, ResponseInput } from '@portal/contracts'
import { act } from '../acts/act.ts'
import { subjectOf } from '../rounds/exports.ts'
import { procedureFor } from '../trpc.ts'
import { sendResponse } from './change-response.ts'
import { decidedStatus, eventOf, lockResponse } from './locked-response.ts'
import { linesOf, sendDrafts } from './send-drafts.ts'

/** The OPL's observations become received, in one act, with a receipt. */
export const sendObservations = procedureFor('opl_liaison', 'opl_head')
  .input(ResponseInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'responses.send', input, async (act) => {
      const response = await lockResponse(act, input, actor, 'lock')
      const status = decidedStatus(act, response, { kind: 'send' }, actor)
      const sent = await sendDrafts(act, response, true)
      const receipt = await act.record({
        ...eventOf(response, 'round'),
        verb: 'responses.send',
        details: { observations: sent.count, numbers: sent.numbers, hash: sent.hash },
        certified: {
          organisationId: actor.organisationId,
          act: 'Envío de observaciones',
          subject: subjectOf(response.round),
          lines: linesOf(sent),
          files: [],
          illustrative: response.round.illustrative,
        },
      })
      const { folio } = receipt
      const recordVersion = await sendResponse(act, response, { status, by: actor, folio })
      return { recordId: response.id, recordVersion, ...receipt }
    }),
  )
