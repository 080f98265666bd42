import { ActDone, ResponseInput } from '@portal/contracts'
import { act } from '../acts/act.ts'
import { subjectOf } from '../rounds/exports.ts'
import { procedureFor } from '../trpc.ts'
import { sendResponse } from './change-response.ts'
import { decidedStatus, eventOf, lockResponse } from './locked-response.ts'
import { discardBlank } from './send-drafts.ts'

/** "Sin observaciones" is an act with a receipt, different from silence (domain section 4, rule 8). */
export const declareNone = procedureFor('opl_liaison', 'opl_head')
  .input(ResponseInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'responses.declareNone', input, async (act) => {
      const response = await lockResponse(act, input, actor, 'lock')
      const status = decidedStatus(act, response, { kind: 'declare_none' }, actor)
      await discardBlank(act, response)
      const receipt = await act.record({
        ...eventOf(response, 'round'),
        verb: 'responses.declareNone',
        details: {},
        certified: {
          organisationId: actor.organisationId,
          act: 'Declaración de no tener observaciones',
          subject: subjectOf(response.round),
          lines: [{ label: 'Observaciones', value: 'Ninguna' }],
          files: [],
          illustrative: response.round.illustrative,
        },
      })
      const { folio } = receipt
      const recordVersion = await sendResponse(act, response, { status, by: actor, folio })
      return { recordId: response.id, recordVersion, ...receipt }
    }),
  )
