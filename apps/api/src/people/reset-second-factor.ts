import { ActDone, ResetSecondFactorInput } from '@portal/contracts'
import { forgetSecondFactors } from '../account/exports.ts'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { PEOPLE_AUDIENCE } from './appoint.ts'

const PERSON: Statement = {
  name: 'people_person_to_reset',
  text: 'SELECT name FROM person WHERE id = $1 FOR NO KEY UPDATE',
}

/**
 * For whoever lost phone and recovery codes. Nobody does it for themselves: whoever sits at an administrator's open screen
 * would be rid of the factor that should stop them.
 */
export const resetSecondFactor = procedureFor('administrator')
  .input(ResetSecondFactorInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'people.resetSecondFactor', input, async (act) => {
      if (input.personId === actor.personId) throw new Refused({ code: 'FORBIDDEN' })
      const person = found(await act.one<{ name: string }>(PERSON, [input.personId]))
      await forgetSecondFactors(act, input.personId)
      await act.record({
        recordKind: 'person',
        recordId: input.personId,
        verb: 'people.resetSecondFactor',
        reason: input.reason,
        details: { person: person.name },
        roundId: null,
        versionId: null,
        audience: PEOPLE_AUDIENCE,
      })
      return { recordId: input.personId, recordVersion: 1 }
    }),
  )
